import type { SourceMapping } from '../../source-mapper.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';
import { IO_ERROR } from '../io/io-mapping.js';
import { SERVER_FAULT } from './answer.js';

const DEADLINE_EXCEEDED = 4;
const UNAVAILABLE = 14;

/** A status that @grpc/grpc-js got from a server, or gave itself. Its message is made of the number, the name and the details. */
export function mapGrpcStatus(error: UnknownObject): SourceMapping | undefined {
  const { code, details, message } = error;
  if (typeof code !== 'number' || typeof details !== 'string' || !isObject(error.metadata))
    return undefined;
  if (typeof message !== 'string' || !message.startsWith(`${code} `)) return undefined;
  return code === DEADLINE_EXCEEDED || code === UNAVAILABLE ? IO_ERROR : SERVER_FAULT;
}
