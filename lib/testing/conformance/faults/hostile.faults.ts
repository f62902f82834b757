import { BadRequestException } from '@nestjs/common';
import { errorWith, SECRET } from '../secret.js';

const MEGABYTE = 1_000_000;

/** Plain errors, values that are no Error, and objects that hurt whoever looks at them. */
export const HOSTILE_FAULTS = {
  error: () => new Error(SECRET),
  'type-error': () => new TypeError(SECRET),
  'aggregate-error': () => new AggregateError([new Error(SECRET)], SECRET),
  'wrapped-error': () => new Error('saving failed', { cause: new Error(SECRET) }),
  'foreign-status': () => errorWith({ status: 401, statusCode: 401 }),
  string: () => SECRET,
  'empty-string': () => '',
  number: () => 42,
  zero: () => 0,
  false: () => false,
  bigint: () => 1n,
  symbol: () => Symbol(SECRET),
  function: () => () => SECRET,
  null: () => null,
  undefined: () => undefined,
  'plain-object': () => ({ message: SECRET, statusCode: 404, error: SECRET }),
  'frozen-error': () => Object.freeze(new Error(SECRET)),
  'throwing-getter': () =>
    Object.defineProperty(new Error('hidden'), 'message', {
      get() {
        throw new Error(SECRET);
      },
    }),
  'revoked-proxy': () => {
    const { proxy, revoke } = Proxy.revocable(new Error(SECRET), {});
    revoke();
    return proxy;
  },
  'cyclic-cause': () => {
    const error = new Error(SECRET);
    return Object.assign(error, { cause: error });
  },
  'message-of-1-MB': () => new Error(SECRET + 'x'.repeat(MEGABYTE)),
  'client-message-of-1-MB': () => new BadRequestException('x'.repeat(MEGABYTE)),
  'control-characters': () => new Error(`${SECRET}\r\nX-Injected: ${SECRET}\u001B[31m`),
  'control-characters-for-the-client': () => new BadRequestException('a\r\nb\u0000c\u001B[31m'),
} as const;
