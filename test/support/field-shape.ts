/** An error of a library as it was observed: its classes, nearest first, and its own keys. */
export interface Fixture {
  isError: boolean;
  chain: readonly {
    class: string;
    name?: unknown;
    statics?: readonly (readonly [key: string, value: unknown])[];
    props?: readonly (readonly [key: string, value: unknown])[];
    getters?: readonly (readonly [key: string, value: unknown])[];
  }[];
  own: Readonly<Record<string, unknown>>;
  symbols?: readonly string[];
}

export interface FieldShape {
  id: string;
  library: string;
  /** The codes that are right, joined by `|`. */
  expect: string;
  fixture: Fixture;
}

const BUILT_IN = new Map<string, Function>([
  ['Error', Error],
  ['TypeError', TypeError],
  ['RangeError', RangeError],
  ['SyntaxError', SyntaxError],
  ['AggregateError', AggregateError],
  ['DOMException', DOMException],
  ['Object', Object],
  ['Array', Array],
]);

/** Makes an object of the observed shape: with classes of the same names, and the same keys in the same places. */
export function revive({ isError, chain, own, symbols = [] }: Fixture): object {
  const object = Object.create(prototypeOf(chain)) as object;
  if (isError) define(object, 'stack', 'Error\n    at observed (field.js:1:1)', false);
  for (const [key, value] of Object.entries(own)) {
    define(object, key, revived(value), key !== 'message' && key !== 'stack');
  }
  for (const symbol of symbols) {
    define(object, Symbol(symbol.slice('Symbol('.length, -1)), true, true);
  }
  return object;
}

function prototypeOf([nearest, ...rest]: Fixture['chain']): object | null {
  if (!nearest) return Object.prototype;
  const builtIn = BUILT_IN.get(nearest.class);
  if (builtIn) return builtIn.prototype as object;
  const prototype = Object.create(prototypeOf(rest)) as object;
  // oxlint-disable-next-line typescript/no-extraneous-class -- only its name and its place in the chain matter
  const type = class {};
  define(type, 'name', nearest.class, false);
  define(prototype, 'constructor', type, false);
  if (nearest.name !== undefined) define(prototype, 'name', nearest.name, false);
  for (const [key, value] of nearest.statics ?? []) define(type, key, revived(value), true);
  for (const [key, value] of nearest.props ?? []) define(prototype, key, revived(value), false);
  for (const [key, value] of nearest.getters ?? []) {
    const get = (): unknown => revived(value);
    Object.defineProperty(prototype, key, { get, configurable: true });
  }
  return prototype;
}

function revived(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revived);
  if (typeof value === 'object' && value !== null) {
    if ('chain' in value) return revive(value as Fixture);
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, revived(item)]));
  }
  switch (value) {
    case '@undefined':
      return undefined;
    case '@function':
      return (): undefined => undefined;
    case '@object':
      return {};
    case '@array':
      return [];
    case '@date':
      return new Date(0);
    default:
      return value;
  }
}

function define(target: object, key: PropertyKey, value: unknown, enumerable: boolean): void {
  Object.defineProperty(target, key, { value, enumerable, writable: true, configurable: true });
}
