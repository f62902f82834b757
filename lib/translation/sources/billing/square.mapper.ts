import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { BILLING_ERROR } from './billing-mapping.js';

/** Square. Its errors have a list of the API's, also those of a connection or a time-out. */
export function mapSquareError(error: UnknownObject): SourceMapping | undefined {
  const { name } = error;
  const isTheirs =
    name === 'SquareError' ? Array.isArray(error.errors) : name === 'SquareTimeoutError';
  return isTheirs && Object.hasOwn(error, 'name') ? BILLING_ERROR : undefined;
}
