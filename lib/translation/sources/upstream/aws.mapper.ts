import type { SourceMapping } from '../../source-mapper.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';
import { IO_ERROR } from '../io/io-mapping.js';
import { mappingOfAnswer } from './answer.js';

/** Services that limit their clients, or that were not asked fast enough, answer with 400. */
const LIMITED = /Throttl|^(?:SlowDown|RequestLimitExceeded|TooManyRequests|RequestTimeout)/;

/** The AWS SDK v3. Without a status there was no answer, and what Node said is told by its own code. */
export function mapAwsError({ $metadata, name }: UnknownObject): SourceMapping | undefined {
  if ($metadata === undefined || !isObject($metadata)) return undefined;
  const { httpStatusCode } = $metadata;
  if (typeof name === 'string' && LIMITED.test(name)) return IO_ERROR;
  return typeof httpStatusCode === 'number' ? mappingOfAnswer(httpStatusCode) : undefined;
}
