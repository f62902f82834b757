import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { OAUTH_ERROR } from './oauth-mapping.js';

/** MSAL. These three keys are own on every error, also on those of the network or of a wrong argument. */
export function mapMsalError(error: UnknownObject): SourceMapping | undefined {
  return typeof error.errorCode === 'string' &&
    Object.hasOwn(error, 'subError') &&
    Object.hasOwn(error, 'correlationId')
    ? OAUTH_ERROR
    : undefined;
}
