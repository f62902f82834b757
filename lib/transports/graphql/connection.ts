import { AUTHOS_ERRORS } from '../../contract/authos-errors.js';
import { AuthOsException } from '../../contract/authos.exception.js';
import type { Answering } from './answering.js';
import { type GraphQLAnswer, isGraphQLAnswer } from './graphql-answer.js';
import { GraphQLHost } from './graphql-host.js';
import type { AnyFunction } from './graphql-options.js';

/** The part of graphql-ws's context of a connection that is used here. */
export interface WsConnection {
  readonly extra: { readonly socket: ClosableSocket; readonly request: unknown };
}

/** The part of a socket of ws that is used here. */
export interface ClosableSocket {
  close(code: number, reason: string): void;
}

/** Nothing comes after these, and what they throw ends the process. */
const LAST_HOOKS: readonly string[] = ['onDisconnect', 'onClose'];

/**
 * Answers what a hook of a connection throws. Its text would be the reason that the connection is closed for; here the
 * reason is the code.
 */
export function guardHook(
  name: string,
  hook: AnyFunction,
  answering: Answering,
  connectionOf: (self: unknown, args: readonly unknown[]) => unknown,
): AnyFunction {
  return async function (this: unknown, ...args) {
    try {
      const result = await hook.apply(this, [...args]);
      if (name === 'onConnect' && result === false) throw new AuthOsException('FORBIDDEN');
      return result;
    } catch (error) {
      const connection = connectionOf(this, args);
      const { extra } = Object(connection) as Partial<WsConnection>;
      const host = new GraphQLHost(name, [undefined, {}, { req: extra?.request }, undefined]);
      const answer = answering.answer(error, host);
      closeConnection(connection, answer);
      // The servers refuse a connection for this, too late for their own reason.
      if (name === 'onConnect') return false;
      if (LAST_HOOKS.includes(name)) return undefined;
      throw answer;
    }
  };
}

/** Refuses a connection of graphql-ws; anything else stays as it is. */
export function closeConnection(connection: unknown, answer: unknown): void {
  const { extra } = Object(connection) as Partial<WsConnection>;
  if (typeof extra?.socket?.close !== 'function' || !isGraphQLAnswer(answer)) return;
  extra.socket.close(closeCodeOf(answer), answer.errorCode);
}

/** To the client of graphql-ws 4401 and 4400 are final; after 4403 it tries again, maybe with another token. */
function closeCodeOf({ errorCode }: GraphQLAnswer): number {
  const { status } = AUTHOS_ERRORS[errorCode];
  return 4000 + (status === 401 ? 403 : status);
}
