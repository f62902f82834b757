import type { ArgumentsHost } from '@nestjs/common';
import { isHttpException } from '../http-exception.js';
import { isThrown, type SourceMapping, type Thrown } from '../source-mapper.js';
import { mapHttpException } from './http-exception.mapper.js';
import { mapIoError } from './io.mapper.js';
import { mapRefusedToken } from './jsonwebtoken.mapper.js';
import { mapTokenError } from './token.mapper.js';

/** The text of Nest's own UnauthorizedException. */
const NO_REASON = 'Unauthorized';

/**
 * The 401 of @nestjs/passport's guard. It drops what was wrong with the token, which is still in the
 * request's `authInfo`; an exception that the application worded itself stays as it is.
 */
export function mapPassportRejection(
  error: Thrown,
  host?: ArgumentsHost,
): SourceMapping | undefined {
  if (!host || !isHttpException(error) || error.getStatus() !== 401) return undefined;
  if (host.getType() !== 'http') return undefined;
  const request: unknown = host.getArgByIndex(0);
  const info = isThrown(request) ? request.authInfo : undefined;
  // A guard of several strategies leaves what each of them said.
  const reasons = (Array.isArray(info) ? info : [info]).filter(isThrown);
  const mappings = reasons.map(mapReason).filter((mapping) => mapping !== undefined);
  if (mappings.length === 0 || !isUnworded(error, reasons)) return undefined;
  return mappings.find(({ code }) => code === 'TOKEN_EXPIRED') ?? mappings[0];
}

/** A key server that is down is no fault of the token. */
function mapReason(reason: Thrown): SourceMapping | undefined {
  return mapRefusedToken(reason) ?? mapTokenError(reason) ?? mapIoError(reason);
}

function isUnworded(error: Thrown, reasons: readonly Thrown[]): boolean {
  const { code, message } = mapHttpException(error) ?? {};
  if (code !== 'UNAUTHORIZED') return false;
  return message === NO_REASON || reasons.some((reason) => reason.message === message);
}
