import { descendsFrom } from '../../class-chain.js';
import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { OAUTH_ERROR } from './oauth-mapping.js';

/** auth0: its Management API, and an id token of its own that it refuses. */
export function mapAuth0Error(error: UnknownObject): SourceMapping | undefined {
  const isManagement = error.rawResponse !== undefined && descendsFrom(error, 'ManagementError');
  return isManagement || descendsFrom(error, 'IdTokenValidatorError') ? OAUTH_ERROR : undefined;
}
