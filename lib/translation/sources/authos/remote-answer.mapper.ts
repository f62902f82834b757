import { mapRemoteEnvelope } from '../../remote-envelope.js';
import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';

/** The answer of another service, thrown as Nest's ClientProxy hands it over, or in an exception of Nest's transports. */
export function mapRemoteAnswer(error: UnknownObject): SourceMapping | undefined {
  return mapRemoteEnvelope(error) ?? mapRemoteEnvelope(wrappedIn(error));
}

/** What `new RpcException(answer)` holds. */
function wrappedIn(error: UnknownObject): unknown {
  return typeof error.getError === 'function' ? (error.getError() as unknown) : undefined;
}
