import { isObject } from '../../translation/unknown-object.js';
import type { Answering } from './answering.js';
import { closeConnection, type WsConnection } from './connection.js';
import { isGraphQLAnswer, refusalOf } from './graphql-answer.js';
import { GraphQLHost } from './graphql-host.js';
import type { AnyFunction } from './graphql-options.js';

/**
 * Answers what the application's `context` throws, whose text would be sent. Mercurius asks for the context of a failed
 * request once more, for its error handler, which cannot answer without.
 */
export function coverContext(context: AnyFunction, answering: Answering): AnyFunction {
  const failed = new WeakSet<object>();
  return async (...args) => {
    const [asker] = args;
    if (isObject(asker) && failed.has(asker)) return {};
    try {
      return await context(...args);
    } catch (error) {
      const answer = answering.answer(error, hostOf(asker));
      if (!isGraphQLAnswer(answer)) throw error;
      closeConnection(asker, answer);
      if (isFastifyRequest(asker)) failed.add(asker);
      throw refusalOf(answer);
    }
  };
}

/** What the drivers of Nest make of a request when the application has no `context`. */
function hostOf(asker: unknown): GraphQLHost {
  const { req, extra } = Object(asker) as { req?: unknown } & Partial<WsConnection>;
  return new GraphQLHost('context', [undefined, {}, { req: req ?? extra?.request ?? asker }]);
}

/** A connection of graphql-ws asks once for each operation and must never be taken for one. */
function isFastifyRequest(asker: unknown): asker is object {
  return isObject(asker) && isObject(asker.raw) && isObject(asker.server);
}
