import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { STRIPE_REFUSALS } from './stripe-server.refusals.js';

export interface StripeServer {
  url: string;
  stop(): Promise<void>;
}

/** Cuts the connection instead of answering. */
export const CONNECTION_CUT = 'pm_connectionCut';

/** Answers on loopback as the Stripe API does; the payment method decides how. */
export async function startStripeServer(): Promise<StripeServer> {
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const form = new URLSearchParams(await text(request));
  const paymentMethod = form.get('payment_method') ?? '';
  const refusal = STRIPE_REFUSALS[paymentMethod];

  if (paymentMethod === CONNECTION_CUT) {
    request.socket.destroy();
  } else if (refusal) {
    send(response, refusal.status, { error: refusal.error });
  } else if (request.url === '/v1/customers') {
    send(response, 200, { id: `cus_${randomUUID()}`, object: 'customer' });
  } else if (request.url === '/v1/subscriptions') {
    send(response, 200, {
      id: `sub_${randomUUID()}`,
      object: 'subscription',
      customer: form.get('customer'),
      status: 'active',
      items: { object: 'list', data: [{ price: { id: form.get('items[0][price]') } }] },
      metadata: { organizationId: form.get('metadata[organizationId]') },
    });
  } else {
    send(response, 404, {
      error: { type: 'invalid_request_error', message: `Unrecognized request URL ${request.url}` },
    });
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response
    .writeHead(status, {
      'content-type': 'application/json',
      'request-id': `req_${randomUUID()}`,
      // Without it the SDK tries again after a pause.
      'stripe-should-retry': 'false',
    })
    .end(JSON.stringify(body));
}
