import { grpcErrorIn } from '../../grpc-error.js';
import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { IO_ERROR } from '../io/io-mapping.js';
import { SERVER_FAULT } from './answer.js';

const DEADLINE_EXCEEDED = 4;
const UNAVAILABLE = 14;

/** A status that @grpc/grpc-js got from a server, or gave itself. */
export function mapGrpcStatus(error: UnknownObject): SourceMapping | undefined {
  const code = grpcErrorIn(error)?.code;
  if (code === undefined) return undefined;
  return code === DEADLINE_EXCEEDED || code === UNAVAILABLE ? IO_ERROR : SERVER_FAULT;
}
