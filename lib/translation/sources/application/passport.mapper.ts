import type { ArgumentsHost } from '@nestjs/common';
import { AUTHOS_ERRORS } from '../../../contract/authos-errors.js';
import { firstMapping } from '../../first-mapping.js';
import { isHttpException, statusOf } from '../../http-exception.js';
import type { SourceMapper, SourceMapping } from '../../source-mapper.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';
import { mapHttpException } from './http-exception.mapper.js';
import { IO_SOURCES } from '../io/io.sources.js';
import { mapRefusedToken } from '../tokens/jsonwebtoken.mapper.js';
import { TOKEN_SOURCES } from '../tokens/token.sources.js';
import { UPSTREAM_SOURCES } from '../upstream/upstream.sources.js';

const REASONS: readonly SourceMapper[] = [...TOKEN_SOURCES, ...UPSTREAM_SOURCES, ...IO_SOURCES];

/** The text of Nest's own UnauthorizedException. */
const NO_REASON = 'Unauthorized';

/**
 * The 401 of @nestjs/passport's guard. It drops what was wrong with the token, which is still in the
 * request's `authInfo`; an exception that the application worded itself stays as it is.
 */
export function mapPassportRejection(
  error: UnknownObject,
  host?: ArgumentsHost,
): SourceMapping | undefined {
  if (!host || !isHttpException(error) || statusOf(error) !== 401) return undefined;
  if (host.getType() !== 'http') return undefined;
  const request: unknown = host.getArgByIndex(0);
  const info = isObject(request) ? request.authInfo : undefined;
  // A guard of several strategies leaves what each of them said.
  const reasons = (Array.isArray(info) ? info : [info]).filter(isObject);
  const mappings = reasons.map(mapReason).filter((mapping) => mapping !== undefined);
  if (mappings.length === 0 || !isUnworded(error, reasons)) return undefined;
  return (
    mappings.find(({ code }) => code === 'TOKEN_EXPIRED') ??
    // The other strategies refused a token that this one could not check.
    mappings.find(({ code }) => AUTHOS_ERRORS[code].status >= 500) ??
    mappings[0]
  );
}

/** A key server that does not answer well is no fault of the token. */
function mapReason(reason: UnknownObject): SourceMapping | undefined {
  const refused = mapRefusedToken(reason);
  if (refused) return { ...refused, reason };
  const mapping = firstMapping(REASONS, reason);
  return mapping && { ...mapping, reason };
}

function isUnworded(error: UnknownObject, reasons: readonly UnknownObject[]): boolean {
  const { code, message } = mapHttpException(error) ?? {};
  if (code !== 'UNAUTHORIZED') return false;
  return message === NO_REASON || reasons.some((reason) => reason.message === message);
}
