import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { IO_ERROR } from '../io/io-mapping.js';
import { SERVER_FAULT } from './answer.js';

const UNANSWERED = new Set<unknown>([
  'InternalError',
  'RequestTimeout',
  'ServiceUnavailable',
  'SlowDown',
  'TooManyRequests',
]);

/** minio, whose errors have S3's code and no status. */
export function mapMinioError(error: UnknownObject): SourceMapping | undefined {
  if (!('amzRequestid' in error)) return undefined;
  return UNANSWERED.has(error.code) ? IO_ERROR : SERVER_FAULT;
}
