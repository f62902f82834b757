import { validateHeaderName, validateHeaderValue } from 'node:http';
import { ENVELOPE_HEADERS } from '../../contract/envelope-headers.js';
import type { Translation } from '../../translation/error-translator.js';
import type { HttpResponse } from './http-response.interface.js';

/** Headers that spoke of the body that is not sent any more; they are taken back. */
export const BODY_HEADERS: ReadonlySet<string> = new Set([
  'content-length',
  'content-encoding',
  'content-disposition',
  'content-range',
  'last-modified',
  'etag',
  'transfer-encoding',
  'trailer',
]);

/** What the answer itself decides. */
const FRAMING: ReadonlySet<string> = new Set([
  ...BODY_HEADERS,
  'connection',
  'keep-alive',
  'upgrade',
]);

const INVALID_TOKEN = 'Bearer error="invalid_token"';
const CHALLENGES: Partial<Record<Translation['code'], string>> = {
  TOKEN_EXPIRED: INVALID_TOKEN,
  JWT_ERROR: INVALID_TOKEN,
};

/**
 * The headers of an error response. What was set before stays, unless it spoke of the failed
 * response's body.
 *
 * @see RFC 9110 (10.2.3 Retry-After, 11.6.1 WWW-Authenticate), RFC 6750 (3 Bearer challenges)
 */
export function responseHeaders(
  translation: Translation,
  response: Pick<HttpResponse, 'header' | 'headerNames'>,
): Readonly<Record<string, string>> {
  const { code, status, headers } = translation;
  const retryAfter = retryAfterOf(translation, response);
  // Most answers have no headers of their own.
  if (status !== 401 && !headers && retryAfter === undefined) return ENVELOPE_HEADERS;
  const result: Record<string, string> = headers ? safeHeaders(headers) : {};
  if (
    status === 401 &&
    !result['www-authenticate'] &&
    response.header('www-authenticate') === undefined
  ) {
    result['www-authenticate'] = CHALLENGES[code] ?? 'Bearer';
  }
  if (retryAfter !== undefined) result['retry-after'] = retryAfter;
  return Object.assign(result, ENVELOPE_HEADERS);
}

/** A header that Node would refuse, or that speaks of another body, must not cost the client its answer. */
function safeHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const safe: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const key = name.toLowerCase();
    if (isValidHeader(name, value) && !FRAMING.has(key)) safe[key] = value;
  }
  return safe;
}

export function isValidHeader(name: string, value: unknown): boolean {
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value as string);
    return typeof value !== 'object' || Array.isArray(value);
  } catch {
    return false;
  }
}

function retryAfterOf(
  { code, retryAfter }: Translation,
  response: Pick<HttpResponse, 'header' | 'headerNames'>,
): string | undefined {
  if (retryAfter !== undefined) return String(Math.ceil(retryAfter));
  return code === 'TOO_MANY_REQUESTS' ? latestRetryAfter(response) : undefined;
}

/** A named throttler writes only `Retry-After-<name>`, which no client knows. */
function latestRetryAfter(
  response: Pick<HttpResponse, 'header' | 'headerNames'>,
): string | undefined {
  const seconds = response
    .headerNames()
    .filter((name) => name === 'retry-after' || name.startsWith('retry-after-'))
    .map((name) => Number(response.header(name)))
    .filter((value) => Number.isFinite(value) && value >= 0);
  return seconds.length > 0 ? String(Math.ceil(Math.max(...seconds))) : undefined;
}
