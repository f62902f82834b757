import type { ArgumentsHost } from '@nestjs/common';

/** Nest's view of a request that never reached a handler: what there is of request and response. */
export function edgeHost(request: unknown, response: unknown): ArgumentsHost {
  const args = [request, response];
  const byIndex = (index: number) => (): never => args[index] as never;
  const nowhere = (): never => undefined as never;
  return {
    getArgs: () => args as never,
    getArgByIndex: (index) => args[index] as never,
    getType: () => 'http' as never,
    switchToHttp: () => ({ getRequest: byIndex(0), getResponse: byIndex(1), getNext: nowhere }),
    switchToRpc: () => ({ getData: nowhere, getContext: nowhere }),
    switchToWs: () => ({ getData: nowhere, getClient: nowhere, getPattern: nowhere }),
  };
}
