import { Paddle } from '@paddle/paddle-node-sdk';
import { expectFailure, expectFailureWithSecret, SECRET } from '../../../support/expect-failure.js';
import { startBrokenServer } from '../../../support/servers/broken-answers.js';
import { type LoopbackServer, refusingPort } from '../../../support/servers/loopback.server.js';
import { thrownBy } from '../../../support/thrown-by.js';

describe('Paddle', () => {
  let server: LoopbackServer;

  beforeAll(async () => {
    server = await startBrokenServer((request, response) => {
      const status = Number(request.url?.split('/').at(-1));
      const error = {
        type: 'request_error',
        code: 'not_found',
        detail: SECRET,
        documentation_url: 'https://paddle.example',
      };
      response
        .writeHead(status, { 'content-type': 'application/json', 'retry-after': '30' })
        .end(JSON.stringify({ error }));
    });
  });

  afterAll(() => server.stop());

  const asking =
    (id: string, url = server.url) =>
    () =>
      new Paddle(SECRET, { environment: url as never }).customers.get(id);

  it.each([
    ['a key without the permission', 403],
    ['no such customer', 404],
    ['too many requests', 429],
    ['a failure', 500],
    ['a pause', 503],
  ])(
    'answering with %s is BILLING_ERROR, and its text and its pause stay',
    async (_name, status) => {
      expectFailureWithSecret(await thrownBy(asking(String(status))), 'BILLING_ERROR');
    },
  );

  it('that is down is IO_ERROR', async () => {
    const url = `http://127.0.0.1:${await refusingPort()}`;
    expectFailure(await thrownBy(asking('404', url)), 'IO_ERROR');
  });

  it.each([
    ['a wrong signature', 'ts=1;h1=hunter2'],
    ['no signature', 'hunter2'],
  ])('sending a webhook with %s is BAD_REQUEST', async (_name, signature) => {
    const { webhooks } = new Paddle(SECRET);
    const error = await thrownBy(() => webhooks.unmarshal('{}', SECRET, signature));
    expectFailure(error, 'BAD_REQUEST');
  });

  it.each([
    ['no pause', { documentationUrl: 'https://x', detail: 'x' }],
    ['no documentation', { detail: 'x', retryAfter: null }],
    ['no detail', { documentationUrl: 'https://x', retryAfter: null }],
    ['another text of its own', { message: '[Paddle] Something else' }],
  ])('is not what throws an error with %s', (_name, properties) => {
    expectFailure(Object.assign(new Error('x'), properties), 'INTERNAL_SERVER_ERROR');
  });
});
