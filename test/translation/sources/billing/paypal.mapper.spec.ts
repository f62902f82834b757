import { Agent } from 'node:https';
import { connect } from 'node:net';
import { expectFailure, expectFailureWithSecret, SECRET } from '../../../support/expect-failure.js';
import { nativeRequire } from '../../../support/native-require.js';
import { type LoopbackServer, startHttpServer } from '../../../support/servers/loopback.server.js';
import { thrownBy } from '../../../support/thrown-by.js';

const { Client, Environment, OrdersController } = nativeRequire<
  typeof import('@paypal/paypal-server-sdk')
>('@paypal/paypal-server-sdk');

const TOKEN = { access_token: SECRET, token_type: 'Bearer', expires_in: 3600 };

describe('PayPal', () => {
  let server: LoopbackServer;

  beforeAll(async () => {
    server = await startHttpServer((request, response) => {
      const id = request.url?.split('/').at(-1);
      response.writeHead(id === 'token' ? 200 : Number(id), { 'content-type': 'application/json' });
      const refusal = { name: 'UNPROCESSABLE_ENTITY', message: SECRET, debug_id: '1' };
      response.end(JSON.stringify(id === 'token' ? TOKEN : refusal));
    });
  });

  afterAll(() => server.stop());

  /** The SDK knows no other hosts than PayPal's: its connections end on loopback instead. */
  function asking(id: string) {
    const httpsAgent = new Agent();
    Object.assign(httpsAgent, { createConnection: () => connect(server.port, '127.0.0.1') });
    const client = new Client({
      clientCredentialsAuthCredentials: { oAuthClientId: 'us', oAuthClientSecret: SECRET },
      environment: Environment.Sandbox,
      httpClientOptions: { httpsAgent, retryConfig: { maxNumberOfRetries: 0 } },
    });
    return () => new OrdersController(client).getOrder({ id });
  }

  it.each([
    ['a bad request', '400'],
    ['a key that it refuses', '401'],
    ['no such order', '404'],
    ['an order that it refuses', '422'],
    ['too many requests', '429'],
    ['a failure', '500'],
  ])('answering with %s is BILLING_ERROR, and its text stays', async (_name, id) => {
    const error = await thrownBy(asking(id));
    expect(error).toMatchObject({ statusCode: Number(id) });
    expectFailureWithSecret(error, 'BILLING_ERROR');
  });

  it('answering the older SDK, constructed, is BILLING_ERROR', () => {
    const error = Object.assign(new Error('{"name":"INVALID","debug_id":"hunter2"}'), {
      statusCode: 422,
      headers: {},
      _originalError: { text: SECRET },
    });
    expectFailureWithSecret(error, 'BILLING_ERROR');
  });

  it.each([
    ['has no such id', { statusCode: 422, headers: {}, body: '{"name":"INVALID"}' }],
    ['has no status', { headers: {}, body: '{"debug_id":"1"}' }],
    ['has no headers', { statusCode: 422, body: '{"debug_id":"1"}' }],
    ['has a body that is no text', { statusCode: 422, headers: {}, body: { debug_id: '1' } }],
  ])('is not what throws an error that %s', (_name, properties) => {
    expectFailure(Object.assign(new Error('x'), properties), 'INTERNAL_SERVER_ERROR');
  });
});
