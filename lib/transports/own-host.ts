import type { ArgumentsHost } from '@nestjs/common';

/** Nest's view of what failed, where it asks no filter and so has none. */
export class OwnHost implements ArgumentsHost {
  constructor(
    private readonly type: string,
    private readonly args: readonly unknown[],
  ) {}

  getType<T extends string>(): T {
    return this.type as T;
  }

  getArgs<T>(): T {
    return this.args as T;
  }

  getArgByIndex<T>(index: number): T {
    return this.args[index] as T;
  }

  switchToHttp() {
    return { getRequest: this.at(0), getResponse: this.at(1), getNext: this.at(2) };
  }

  switchToRpc() {
    return { getData: this.at(0), getContext: this.at(1) };
  }

  switchToWs() {
    return { getClient: this.at(0), getData: this.at(1), getPattern: this.at(-1) };
  }

  private at(index: number): () => never {
    return () => this.args.at(index) as never;
  }
}
