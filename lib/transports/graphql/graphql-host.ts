import type { ArgumentsHost } from '@nestjs/common';

/** Nest's view of an error that no filter is asked about; its context and its info are known to GraphQL alone. */
export class GraphQLHost implements ArgumentsHost {
  /** @param place where the error came about, when the arguments do not say it. */
  constructor(
    readonly place: string | undefined,
    private readonly args: readonly unknown[] = [undefined, {}, {}, undefined],
  ) {}

  getType<T extends string>(): T {
    return 'graphql' as T;
  }

  getArgs<T>(): T {
    return this.args as T;
  }

  getArgByIndex<T>(index: number): T {
    return this.args[index] as T;
  }

  switchToHttp() {
    return { getRequest: nowhere, getResponse: nowhere, getNext: nowhere };
  }

  switchToRpc() {
    return { getData: nowhere, getContext: nowhere };
  }

  switchToWs() {
    return { getData: nowhere, getClient: nowhere, getPattern: nowhere };
  }
}

function nowhere(): never {
  return undefined as never;
}
