import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { mappingOfAnswer } from './answer.js';

/** `responseError` of undici 7, `throwOnError` of undici 6 and before, and a call that was repeated in vain. */
const ANSWER_CODES = new Set([
  'UND_ERR_RESPONSE',
  'UND_ERR_RESPONSE_STATUS_CODE',
  'UND_ERR_REQ_RETRY',
]);

/** undici's interceptors, which keep the answer in the error itself. */
export function mapUndiciAnswer({ code, statusCode }: UnknownObject): SourceMapping | undefined {
  return typeof code === 'string' && ANSWER_CODES.has(code) && typeof statusCode === 'number'
    ? mappingOfAnswer(statusCode)
    : undefined;
}
