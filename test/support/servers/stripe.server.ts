import { startBrokenServer } from './broken-answers.js';
import type { LoopbackServer } from './loopback.server.js';

type Refusal = readonly [status: number, error: object | string];

/** Its OAuth endpoint answers in OAuth's own form. */
const NOT_GRANTED: Refusal = [400, 'invalid_grant'];

/** What Stripe answers, by the last part of the path. */
const REFUSALS: Readonly<Record<string, Refusal>> = {
  card_declined: [
    402,
    {
      type: 'card_error',
      code: 'card_declined',
      decline_code: 'fraudulent',
      message: 'Your card hunter2 was declined.',
      payment_intent: { id: 'pi_1', client_secret: 'pi_1_secret_hunter2' },
    },
  ],
  bad_key: [401, { type: 'invalid_request_error', message: 'Invalid API Key: sk_hunter2' }],
  not_permitted: [403, { type: 'invalid_request_error', message: 'The account acct_hunter2' }],
  rate_limited: [429, { type: 'invalid_request_error', code: 'rate_limit', message: 'hunter2' }],
  rate_limited_v1: [400, { type: 'invalid_request_error', code: 'rate_limit', message: 'hunter2' }],
  idempotency: [400, { type: 'idempotency_error', message: 'Keys for idempotent hunter2' }],
  conflict: [409, { type: 'idempotency_error', code: 'lock_timeout', message: 'hunter2' }],
  missing: [404, { type: 'invalid_request_error', message: "No such customer: 'hunter2'" }],
  bad_parameter: [400, { type: 'invalid_request_error', param: 'hunter2', message: 'hunter2' }],
  broken: [500, { type: 'api_error', message: 'hunter2' }],
  insufficient_funds: [400, { type: 'insufficient_funds', code: 'x', message: 'hunter2' }],
};

/** Answers on loopback as Stripe does when it refuses. */
export function startStripeServer(): Promise<LoopbackServer> {
  return startBrokenServer((request, response) => {
    const [status, error] = REFUSALS[request.url?.split('/').at(-1) ?? ''] ?? NOT_GRANTED;
    response
      .writeHead(status, { 'content-type': 'application/json', 'request-id': 'req_1' })
      .end(JSON.stringify({ error, error_description: 'hunter2' }));
  });
}
