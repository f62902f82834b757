import { isAuthOsErrorCode } from '../contract/authos-error-code.js';
import { isSeconds } from '../contract/seconds.js';
import type { ErrorMapping } from './error-mapper.js';

/**
 * What somebody else's code says about an error, read once and held against what it may say.
 *
 * @throws TypeError that names the member that is wrong.
 */
export function soundMapping(mapping: ErrorMapping): ErrorMapping {
  const { code, message, retryAfter, headers } = mapping;
  if (!isAuthOsErrorCode(code)) throw wrong('code', 'one of the 23');
  if (message !== undefined && typeof message !== 'string') throw wrong('message', 'a string');
  if (retryAfter !== undefined && !isSeconds(retryAfter))
    throw wrong('retryAfter', 'seconds from 0');
  if (headers !== undefined && (typeof headers !== 'object' || headers === null)) {
    throw wrong('headers', 'an object of strings');
  }
  return { code, message, retryAfter, headers: headers && { ...headers } };
}

function wrong(member: keyof ErrorMapping, takes: string): TypeError {
  return new TypeError(`${member} of the mapping is not ${takes}`);
}
