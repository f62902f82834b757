import type { SourceMapping } from '../../source-mapper.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';
import { SERVER_FAULT, mappingOfAnswer } from './answer.js';

/** SDKs that copy the status of the answer into their error, and its text with it. */
export function mapApiSdkError(error: UnknownObject): SourceMapping | undefined {
  const isAnswer = isOfStainless(error) || isOfTwilio(error);
  if (!isAnswer) return undefined;
  // Without a status it came within a stream that had begun.
  return typeof error.status === 'number' ? mappingOfAnswer(error.status) : SERVER_FAULT;
}

/** openai, @anthropic-ai/sdk and the others that Stainless generates; without headers there was no answer. */
function isOfStainless(error: UnknownObject): boolean {
  return isObject(error.headers) && Object.hasOwn(error, 'status') && Object.hasOwn(error, 'error');
}

function isOfTwilio(error: UnknownObject): boolean {
  return error.moreInfo !== undefined && Object.hasOwn(error, 'details');
}
