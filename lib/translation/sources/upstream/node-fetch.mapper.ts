import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { SERVER_FAULT } from './answer.js';

/** node-fetch 2 quotes the answer that is no JSON, and its URL. What else it says is in the kind "io". */
export function mapUnreadableAnswer({ type, name }: UnknownObject): SourceMapping | undefined {
  return type === 'invalid-json' && name === 'FetchError' ? SERVER_FAULT : undefined;
}
