import { descendsFrom } from '../../class-chain.js';
import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { BILLING_ERROR } from './billing-mapping.js';

/** Square. Its errors have a list of the API's, also those of a connection; a time-out has only its class. */
export function mapSquareError(error: UnknownObject): SourceMapping | undefined {
  const { name } = error;
  if (name === 'SquareError') return Array.isArray(error.errors) ? BILLING_ERROR : undefined;
  return name === 'SquareTimeoutError' && descendsFrom(error, name) ? BILLING_ERROR : undefined;
}
