import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { OAUTH_ERROR } from './oauth-mapping.js';

/** oauth4webapi, and openid-client from 6 on, which passes its errors on or wraps them. */
export function mapOAuth4WebApiError(error: UnknownObject): SourceMapping | undefined {
  const { code } = error;
  return typeof code === 'string' &&
    code.startsWith('OAUTH_') &&
    Object.hasOwn(error, 'name') &&
    Object.hasOwn(error, 'cause')
    ? OAUTH_ERROR
    : undefined;
}
