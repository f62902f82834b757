import { isObject } from '../../translation/unknown-object.js';
import type { Answering } from './answering.js';
import { guardHook } from './connection.js';
import { type AnyFunction, isFunction } from './graphql-options.js';

type Hooks = Readonly<Record<string, unknown>>;

/**
 * The hooks of graphql-ws, which never asks `formatError`. In every version the connection is the first argument, and
 * what is sent is the last.
 */
export function coverGraphQLWs(hooks: Hooks, answering: Answering): Hooks {
  const covered: Record<string, unknown> = { ...hooks };
  for (const [name, hook] of Object.entries(hooks)) {
    if (!isFunction(hook) || !takesConnection(name)) continue;
    covered[name] = guardHook(name, hook, answering, (_self, [connection]) => connection);
  }
  const safe = (errors: readonly unknown[]) => errors.map((error) => answering.safe(error));
  covered.onError = replacing(covered.onError, (errors) =>
    Array.isArray(errors) ? safe(errors) : undefined,
  );
  covered.onNext = replacing(covered.onNext, (result) =>
    isObject(result) && Array.isArray(result.errors)
      ? { ...result, errors: safe(result.errors) }
      : undefined,
  );
  return covered;
}

/** `parse`, `validate`, `execute` and `subscribe` take what those of graphql-js do. */
function takesConnection(name: string): boolean {
  return name.startsWith('on') || name === 'context' || name === 'schema';
}

/** Has the hook of the application see a safe copy of what is sent. The copy is sent when the hook has no other. */
function replacing(hook: unknown, safely: (sent: unknown) => object | undefined): AnyFunction {
  const own = isFunction(hook) ? hook : () => undefined;
  return (...args) => {
    const copy = safely(args.at(-1));
    return copy ? withCopy(own, args, copy) : own(...args);
  };
}

async function withCopy(own: AnyFunction, args: readonly unknown[], copy: object) {
  return (await own(...args.slice(0, -1), copy)) || copy;
}
