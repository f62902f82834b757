import Razorpay from 'razorpay';
import { translate } from '../../../support/translate.js';
import { expectFailure, expectFailureWithSecret, SECRET } from '../../../support/expect-failure.js';
import { startBrokenServer } from '../../../support/servers/broken-answers.js';
import type { LoopbackServer } from '../../../support/servers/loopback.server.js';
import { thrownBy } from '../../../support/thrown-by.js';

describe('Razorpay', () => {
  let server: LoopbackServer;

  beforeAll(async () => {
    server = await startBrokenServer((request, response) => {
      const status = Number(request.url?.split('/').at(-1));
      const error = { code: 'BAD_REQUEST_ERROR', description: SECRET };
      response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(JSON.stringify({ error }));
    });
  });

  afterAll(() => server.stop());

  function asking(id: string) {
    const client = new Razorpay({ key_id: 'us', key_secret: SECRET });
    const { api } = client as unknown as { api: { rq: { defaults: { baseURL: string } } } };
    api.rq.defaults.baseURL = server.url;
    return () => client.payments.fetch(id);
  }

  it.each([
    ['a bad request', '400'],
    ['a key that it refuses', '401'],
    ['no such payment', '404'],
    ['too many requests', '429'],
    ['a failure', '500'],
  ])('answering with %s is BILLING_ERROR, and its text stays', async (_name, id) => {
    expectFailureWithSecret(await thrownBy(asking(id)), 'BILLING_ERROR');
  });

  it('answering with HTML is BILLING_ERROR', async () => {
    expectFailure(await thrownBy(asking('html')), 'BILLING_ERROR');
  });

  it('sending a webhook without a signature is BAD_REQUEST', async () => {
    const unsigned = undefined as unknown as string;
    const error = await thrownBy(() => Razorpay.validateWebhookSignature('{}', unsigned, SECRET));
    expectFailure(error, 'BAD_REQUEST');
  });

  it.each([
    ['a body of Nest', { statusCode: 404, error: 'Not Found' }],
    ['a body with a message', { statusCode: 404, message: 'No.', error: {} }],
    ['an answer with an error', { statusCode: 404, error: { message: 'No.' } }],
    ['an answer without a status', { error: { code: 'E' } }],
    ['an answer without an error', { statusCode: 404, code: 'E' }],
  ])('is not what throws %s', (_name, thrown) => {
    expect(translate(thrown)).toMatchObject({ code: 'GENERIC_ERROR', message: undefined });
  });
});
