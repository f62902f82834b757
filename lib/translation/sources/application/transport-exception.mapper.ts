import type { ArgumentsHost } from '@nestjs/common';
import { type AuthOsErrorCode, isAuthOsErrorCode } from '../../../contract/authos-error-code.js';
import { AUTHOS_ERRORS } from '../../../contract/authos-errors.js';
import { grpcErrorIn } from '../../grpc-error.js';
import { codeOfGrpcStatus } from '../../grpc-status.js';
import { heldIn } from '../../held-in.js';
import { mapRemoteEnvelope } from '../../remote-envelope.js';
import { codeOfStatus, isClientError } from '../../status-code.js';
import type { SourceMapping } from '../../source-mapper.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';

/** Nest's own words when a guard returns false. */
const FORBIDDEN = 'Forbidden resource';

/**
 * WsException, RpcException and GrpcException of Nest, on their transports: written for the client, by the application or
 * by Nest. Elsewhere they are errors like any other.
 */
export function mapTransportException(
  error: UnknownObject,
  host?: ArgumentsHost,
): SourceMapping | undefined {
  if (typeof error.getError !== 'function') return undefined;
  const type = host?.getType<string>();
  if (type !== 'ws' && type !== 'rpc') return undefined;
  // An answer to another call, which nobody wrote for this client: the library sources know it.
  if (grpcErrorIn(error)) return undefined;
  const said = heldIn(error);
  if (!isObject(said)) return typeof said === 'string' ? saidAs(codeOfText(said), said) : undefined;
  // An exception that holds itself says no more than its message.
  if (said === error) return saidAs('BAD_REQUEST', error.message);
  return mapRemoteEnvelope(said) ?? saidAs(codeOf(said), textOf(said));
}

function saidAs(code: AuthOsErrorCode, text: unknown): SourceMapping {
  const message = typeof text === 'string' ? text : undefined;
  return isClientError(AUTHOS_ERRORS[code].status)
    ? { code, message }
    : { code, serverMessage: message };
}

function codeOfText(text: string): AuthOsErrorCode {
  return text === FORBIDDEN ? 'FORBIDDEN' : 'BAD_REQUEST';
}

/** By the first member that says it: a code of the contract, a status of gRPC, a status of HTTP. */
function codeOf({ error_code, code, statusCode, status }: UnknownObject): AuthOsErrorCode {
  if (isAuthOsErrorCode(error_code)) return error_code;
  if (isAuthOsErrorCode(code)) return code;
  if (typeof code === 'number' && code >= 1 && code <= 16) return codeOfGrpcStatus(code);
  const http = [statusCode, status].find((value) => Number(value) >= 400 && Number(value) <= 599);
  return http === undefined ? 'BAD_REQUEST' : codeOfStatus(Number(http));
}

/** gRPC has its text in `details`. */
function textOf({ details, message, error }: UnknownObject): unknown {
  return [details, message, error].find((text) => typeof text === 'string' && text !== '');
}
