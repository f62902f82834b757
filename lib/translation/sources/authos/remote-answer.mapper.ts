import { heldIn } from '../../held-in.js';
import { mapRemoteEnvelope } from '../../remote-envelope.js';
import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';

/** The answer of another service, thrown as Nest's ClientProxy hands it over, or in an exception of Nest's transports. */
export function mapRemoteAnswer(error: UnknownObject): SourceMapping | undefined {
  return mapRemoteEnvelope(error) ?? mapRemoteEnvelope(heldIn(error));
}
