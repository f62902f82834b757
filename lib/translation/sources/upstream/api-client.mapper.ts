import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { UPSTREAM_DOWN, upstreamAnswer } from './upstream-mapping.js';

/**
 * Generated API clients such as those of OpenAI and Anthropic. Their `name` is "Error"; these keys are own on every
 * error, undefined where no answer came.
 */
export function mapApiClientError(error: UnknownObject): SourceMapping | undefined {
  if (!('headers' in error) || !Object.hasOwn(error, 'status') || !Object.hasOwn(error, 'error')) {
    return undefined;
  }
  if (!Object.hasOwn(error, 'requestID') && !Object.hasOwn(error, 'request_id')) return undefined;
  return typeof error.status === 'number' ? upstreamAnswer(error.status) : UPSTREAM_DOWN;
}
