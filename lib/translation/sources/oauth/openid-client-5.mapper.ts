import { descendsFrom } from '../../class-chain.js';
import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { OAUTH_ERROR } from './oauth-mapping.js';

/** openid-client 5: an error of the provider ("OP"), or of us, the relying party ("RP"), who refuse its answer. */
export function mapOpenIdClient5Error(error: UnknownObject): SourceMapping | undefined {
  const { name } = error;
  return (name === 'OPError' || name === 'RPError') && descendsFrom(error, name)
    ? OAUTH_ERROR
    : undefined;
}
