import { isHttpException } from '../../http-exception.js';
import type { SourceMapping } from '../../source-mapper.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';
import { upstreamAnswer } from './upstream-mapping.js';

/**
 * An HTTP client that was answered with an error, whichever client it is (got, ky, superagent, gaxios, Azure's): the
 * error keeps the response. Nest's HttpException has a `response`, too, which is its own body.
 */
export function mapHttpAnswer(error: UnknownObject): SourceMapping | undefined {
  const { response } = error;
  if (!isObject(response) || isHttpException(error)) return undefined;
  const status = response.status ?? response.statusCode;
  return typeof status === 'number' && isObject(response.headers)
    ? upstreamAnswer(status)
    : mapSendGrid(error, response);
}

/** SendGrid has the status in `code`, and only headers and body in the response. */
function mapSendGrid({ code }: UnknownObject, response: UnknownObject): SourceMapping | undefined {
  return typeof code === 'number' && isObject(response.headers) && 'body' in response
    ? upstreamAnswer(code)
    : undefined;
}
