import { STATUS_CODES } from 'node:http';
import { HttpException } from '@nestjs/common';

/** The part of Node's socket that is used here. */
export interface ClientSocket {
  readonly writable: boolean;
  destroy(): unknown;
}

const STATUSES: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/**
 * What Node's HTTP parser refuses, as an exception about this request. Its own text may quote the packet.
 *
 * @see Node.js documentation, `http.Server` event `clientError`
 */
export function clientErrorException(error: Error & { code?: string }): HttpException {
  const status = STATUSES[error.code ?? ''] ?? 400;
  return new HttpException(STATUS_CODES[status]!, status, { cause: error });
}
