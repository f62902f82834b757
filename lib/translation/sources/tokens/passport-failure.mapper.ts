import { types } from 'node:util';
import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { UNAUTHORIZED } from './token-mapping.js';

/**
 * passport as a middleware, with `failWithError`: all that is left of a refusal is Node's text for 401. It makes its
 * errors by a function with the prototype of Error, which no class of an application does.
 */
export function mapPassportFailure(error: UnknownObject): SourceMapping | undefined {
  return error.name === 'AuthenticationError' &&
    error.status === 401 &&
    error.message === 'Unauthorized' &&
    !types.isNativeError(error)
    ? UNAUTHORIZED
    : undefined;
}
