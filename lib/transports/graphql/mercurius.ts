import { isGraphQLError, layersOf } from '../../translation/graphql-error.js';
import { isObject, type UnknownObject } from '../../translation/unknown-object.js';
import type { Answering } from './answering.js';
import { type ClosableSocket, guardHook, type WsConnection } from './connection.js';
import { type AnyFunction, isFunction } from './graphql-options.js';

/** What Mercurius has executed, or failed to. */
interface Execution {
  readonly data?: unknown;
  readonly statusCode?: number;
  readonly errors: readonly unknown[];
}

/** The part of Mercurius's SubscriptionConnection that is used here: its `onConnect` is called on it. */
interface MercuriusConnection {
  readonly socket: ClosableSocket;
  readonly context?: { readonly request?: unknown };
}

/** Formats what Mercurius sends; a formatter of the application gets safe errors. The status stays as it would be. */
export function coverErrorFormatter(
  own: AnyFunction | undefined,
  answering: Answering,
): (execution: Execution, context: unknown) => unknown {
  return (execution, context) => {
    const errors = execution.errors.flatMap(refusalsIn);
    const statusCode = statusOf(execution, errors.length);
    if (own) {
      const safe = errors.map((error) => answering.safe(error));
      return own({ ...execution, statusCode, errors: safe }, context);
    }
    const sent = errors.map((error) => answering.format(error) ?? jsonOf(error));
    return { statusCode, response: { data: execution.data || null, errors: sent } };
  };
}

/** The hooks of a connection. Mercurius says no more than `Forbidden`, in a message that graphql-ws does not know. */
export function coverSubscription(subscription: unknown, answering: Answering): unknown {
  if (!isObject(subscription)) return subscription;
  const { onConnect, context } = subscription;
  return {
    ...subscription,
    ...(isFunction(onConnect) && {
      onConnect: guardHook('onConnect', onConnect, answering, (self) => {
        const { socket, context: known } = self as MercuriusConnection;
        return { extra: { socket, request: known?.request } } satisfies WsConnection;
      }),
    }),
    ...(isFunction(context) && {
      context: guardHook('context', context, answering, (_self, [socket, request]) => ({
        extra: { socket, request },
      })),
    }),
  };
}

/** As in Mercurius's own formatter: a single error may say the status of an answer without data. */
function statusOf({ data, statusCode, errors: [error] }: Execution, count: number): number {
  if (data) return 200;
  if (statusCode) return statusCode;
  const { originalError } = Object(error) as { originalError?: { statusCode?: unknown } };
  const status = count === 1 ? originalError?.statusCode : undefined;
  return typeof status === 'number' ? status : 200;
}

/** What Mercurius found wrong with a document is in one error of its own. */
function refusalsIn(error: unknown): readonly unknown[] {
  const { code, errors } = layersOf(error).at(-1) as UnknownObject;
  const isMercurius = typeof code === 'string' && code.startsWith('MER_ERR_');
  return isMercurius && Array.isArray(errors) && errors.every(isGraphQLError) ? errors : [error];
}

function jsonOf(error: unknown): unknown {
  const { toJSON } = error as { toJSON?: unknown };
  return isFunction(toJSON) ? toJSON.call(error) : error;
}
