/** Somebody else's function, whatever it takes. */
export type AnyFunction = (...args: readonly unknown[]) => unknown;

/** The part of the options of GraphQLModule that is used here, of whichever driver. */
export interface GraphQLOptions {
  readonly [option: string]: unknown;
  readonly formatError?: AnyFunction;
  readonly errorFormatter?: AnyFunction;
  readonly context?: unknown;
  readonly transformSchema?: AnyFunction;
  /** Of Apollo's driver, by protocol. */
  readonly subscriptions?: Readonly<Record<string, unknown>>;
  /** Of Mercurius. */
  readonly subscription?: unknown;
}

export function isFunction(value: unknown): value is AnyFunction {
  return typeof value === 'function';
}
