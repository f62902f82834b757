import { descendsFrom } from '../../class-chain.js';
import { firstMapping } from '../../first-mapping.js';
import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { IO_SOURCES } from '../io/io.sources.js';
import { JWT_ERROR, SERVER_FAULT } from './token-mapping.js';

/** jwks-rsa. Its mark of a failed call stands on Node's own errors as well. */
export function mapKeyServerError(error: UnknownObject): SourceMapping | undefined {
  if (error.isEndpointUnavailable === true) {
    return firstMapping(IO_SOURCES, error) ?? SERVER_FAULT;
  }
  switch (error.name) {
    // A set without a key, or its own limit of requests: it says nothing of the token.
    case 'JwksError':
    case 'JwksRateLimitError':
      return descendsFrom(error, error.name) ? SERVER_FAULT : undefined;
    case 'SigningKeyNotFoundError':
      return descendsFrom(error, error.name) ? JWT_ERROR : undefined;
    default:
      return undefined;
  }
}
