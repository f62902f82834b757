import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { IO_ERROR } from './io-mapping.js';

/** opossum: the circuit is open, or too many calls are under way. */
const OPOSSUM_CODES = new Set<unknown>(['EOPENBREAKER', 'ESEMLOCKED']);

/** A call that was not made, because the others before it failed or still wait. */
export function mapCircuitBreakerError(error: UnknownObject): SourceMapping | undefined {
  const { code } = error;
  return (typeof code === 'string' && OPOSSUM_CODES.has(code)) || isOfCockatiel(error)
    ? IO_ERROR
    : undefined;
}

/** Its classes brand their errors, because their names do not survive a minifier. */
function isOfCockatiel(error: UnknownObject): boolean {
  return (
    error.isBrokenCircuitError === true ||
    error.isBulkheadRejectedError === true ||
    error.isTaskCancelledError === true
  );
}
