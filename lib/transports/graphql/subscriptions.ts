import { types } from 'node:util';
import { isObject } from '../../translation/unknown-object.js';
import type { Answering } from './answering.js';
import { AnsweringStream } from './answering-stream.js';
import { GraphQLHost } from './graphql-host.js';
import { type AnyFunction, isFunction } from './graphql-options.js';

/** The part of graphql-js's GraphQLSchema that is used here. */
export interface Schema {
  getSubscriptionType():
    { getFields(): Readonly<Record<string, SubscriptionField>> } | null | undefined;
}

interface SubscriptionField {
  subscribe?: unknown;
  resolve?: unknown;
}

/** The functions of a schema that several applications use: it is led to the newest of them. */
const originals = new WeakMap<AnyFunction, AnyFunction>();

/**
 * Answers what the stream of a subscription fails with, midway or at once, and its `resolve`. No filter is asked, and the
 * text would go out, for some servers as the reason that the connection is closed for.
 */
export function coverSubscriptions(schema: unknown, answering: Answering): void {
  const fields =
    (schema as Partial<Schema> | undefined)?.getSubscriptionType?.()?.getFields() ?? {};
  for (const field of Object.values(fields)) {
    field.subscribe = covered(field.subscribe, (subscribe) => coverSubscribe(subscribe, answering));
    field.resolve = covered(field.resolve, (resolve) => coverResolve(resolve, answering));
  }
}

function covered(current: unknown, cover: (original: AnyFunction) => AnyFunction): unknown {
  if (!isFunction(current)) return current;
  const original = originals.get(current) ?? current;
  const result = cover(original);
  originals.set(result, original);
  return result;
}

function coverSubscribe(subscribe: AnyFunction, answering: Answering): AnyFunction {
  return async (...args) => {
    const answer = (error: unknown) => answering.answer(error, new GraphQLHost(undefined, args));
    try {
      const stream = await subscribe(...args);
      return isStream(stream) ? new AnsweringStream(stream, answer) : stream;
    } catch (error) {
      throw answer(error);
    }
  };
}

function coverResolve(resolve: AnyFunction, answering: Answering): AnyFunction {
  return (...args) => {
    const fail = (error: unknown): never => {
      throw answering.answer(error, new GraphQLHost(undefined, args));
    };
    try {
      const value = resolve(...args);
      return types.isPromise(value) ? value.catch(fail) : value;
    } catch (error) {
      return fail(error);
    }
  };
}

/** What a filter returned is an Error, even if it is iterable. */
function isStream(value: unknown): value is AsyncIterable<unknown> {
  return isObject(value) && !(value instanceof Error) && isFunction(value[Symbol.asyncIterator]);
}
