import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { IO_ERROR } from './io-mapping.js';

/** An open circuit: opossum tells it by its code, cockatiel by a property of its own. */
export function mapOpenCircuit(error: UnknownObject): SourceMapping | undefined {
  return error.code === 'EOPENBREAKER' || error.isBrokenCircuitError === true
    ? IO_ERROR
    : undefined;
}
