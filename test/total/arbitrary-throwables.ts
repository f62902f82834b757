import { types } from 'node:util';
import { createContext, runInContext } from 'node:vm';
import { HttpException } from '@nestjs/common';
import fc from 'fast-check';
import { AuthOsErrorCode, AuthOsException } from 'nestjs-authos-errors';

/** Keys that the mappers look at, so that arbitrary objects come close to what they recognise. */
const KEYS = [
  'name',
  'message',
  'stack',
  'cause',
  'code',
  'status',
  'statusCode',
  'expose',
  'errno',
  'syscall',
  'sqlState',
  'severity',
  'clientVersion',
  'meta',
  'driverError',
  'query',
  'parameters',
  'entityClass',
  'criteria',
  'rawType',
  'requestId',
  'raw',
  'type',
  'response',
  'isAxiosError',
  'errors',
  'original',
  'parent',
  'property',
  'constraints',
  'children',
  'errorCode',
  'error_code',
  'expiredAt',
  'inner',
  'oauthError',
  'isBoom',
  'data',
  'getStatus',
  'getResponse',
  'retryAfter',
  'headers',
  'toString',
  'then',
] as const;

/** Values that the mappers look for. */
const WORDS = [
  'PrismaClientKnownRequestError',
  'P2002',
  'P2025',
  '23505',
  'ERROR',
  'ENOENT',
  'open',
  'UND_ERR_SOCKET',
  'TokenExpiredError',
  'JsonWebTokenError',
  'ERR_JWT_EXPIRED',
  'SsoApiError',
  'ThrottlerException',
  'FST_ERR_VALIDATION',
  'SequelizeUniqueConstraintError',
  'OAUTH_RESPONSE_BODY_ERROR',
  'SQLITE_BUSY',
  'NETWORK_ERROR',
  'UnauthorizedError',
  'fetch failed',
  '\ud800',
  '\r\nX-Injected: 1',
  '\u001b[31m',
  '',
] as const;

/** The class of another realm. */
const ForeignRangeError = runInContext('RangeError', createContext()) as RangeErrorConstructor;

/** What anybody can put on an object: it says that the object is an AuthOsException. */
const BRAND = Symbol.for('nestjs-authos-errors/exception');

const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...WORDS), lone());
const leaf = fc.oneof(
  fc.anything({
    withBigInt: true,
    withDate: true,
    withNullPrototype: true,
    withSparseArray: true,
    maxDepth: 1,
    maxKeys: 3,
  }),
  text,
  fc.constantFrom(
    400,
    401,
    404,
    409,
    429,
    500,
    503,
    302,
    1062,
    -2,
    11_000,
    Number.NaN,
    true,
    false,
  ),
);

const TRAPS: readonly (keyof ProxyHandler<object>)[] = [
  'get',
  'has',
  'ownKeys',
  'getPrototypeOf',
  'getOwnPropertyDescriptor',
];

/** Makes the value when asked: what fast-check itself would stumble over stays out of its hands. */
export type Throwable = () => unknown;

/** What goes wrong while a hostile value is made is as good as the value. */
export function made(make: Throwable): unknown {
  try {
    return make();
  } catch (error) {
    return error;
  }
}

type Arbitrary = fc.Arbitrary<Throwable>;

/** Everything that JavaScript lets people throw, with a bias to what hurts. */
export const throwable: Arbitrary = fc.letrec<Record<'value' | 'error', Throwable>>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    leaf.map((value) => () => value),
    tie('error'),
    shaped(tie('error')),
    hostile(tie('error')),
  ),
  error: fc.oneof(
    { depthSize: 'small' },
    fc.tuple(text, tie('value')).map(
      ([message, cause]) =>
        () =>
          new Error(message, { cause: cause() }),
    ),
    fc.tuple(text, shaped(tie('value'))).map(([message, shape]) => () => {
      const error = new Error(message);
      return Object.defineProperties(error, Object.getOwnPropertyDescriptors(shape()));
    }),
    fc.tuple(leaf, fc.oneof(fc.integer({ min: 300, max: 599 }), leaf)).map(
      ([body, status]) =>
        () =>
          new HttpException(body as string, status as number),
    ),
    fc
      .tuple(
        fc.constantFrom(...Object.values(AuthOsErrorCode)),
        text,
        fc.dictionary(text, text, { maxKeys: 3 }),
      )
      .map(
        ([code, message, headers]) =>
          () =>
            new AuthOsException(code, message, { headers }),
      ),
    fc
      .array(shaped(tie('value')), { maxLength: 3 })
      .map((items) => () => items.map((item) => item())),
    text.map((message) => () => new ForeignRangeError(message)),
    fc
      .tuple(fc.constantFrom(...Object.values(AuthOsErrorCode)), shaped(tie('value')))
      .map(([code, shape]) => () => ({ code, ...shape(), [BRAND]: true })),
  ),
})).value;

function lone(): fc.Arbitrary<string> {
  return fc.integer({ min: 0xd800, max: 0xdfff }).map((unit) => String.fromCharCode(unit));
}

/** An object with keys that the mappers look at. */
function shaped(value: Arbitrary): fc.Arbitrary<() => object> {
  return fc
    .dictionary(
      fc.constantFrom(...KEYS),
      fc.oneof(
        leaf.map((item) => () => item),
        value,
      ),
    )
    .map(
      (entries) => () =>
        Object.fromEntries(Object.entries(entries).map(([key, make]) => [key, make()])),
    );
}

function hostile(value: Arbitrary): Arbitrary {
  return fc.oneof(
    fc.constantFrom(...TRAPS).map((trap) => () => new Proxy(new Error('x'), { [trap]: trapped })),
    fc.constant(() => {
      const { proxy, revoke } = Proxy.revocable(new Error('x'), {});
      revoke();
      return proxy;
    }),
    fc.constant(() => {
      const endless: object = new Proxy({}, { getPrototypeOf: () => endless });
      return endless;
    }),
    fc
      .constantFrom(...KEYS)
      .map((key) => () => Object.defineProperty(new Error('x'), key, { get: trapped })),
    changed(value, (object) => Object.freeze(object)),
    changed(value, (object) => Object.assign(object, { cause: object })),
    changed(value, (object) => Object.setPrototypeOf(object, null)),
  );
}

function changed(value: Arbitrary, change: (object: object) => unknown): Arbitrary {
  return value.map((make) => () => {
    const made = make();
    return typeof made === 'object' &&
      made !== null &&
      !types.isProxy(made) &&
      Object.isExtensible(made)
      ? change(made)
      : made;
  });
}

function trapped(): never {
  throw new Error('trapped');
}
