import { SquareClient, WebhooksHelper } from 'square';
import { expectFailure, expectFailureWithSecret, SECRET } from '../../../support/expect-failure.js';
import { startBrokenServer } from '../../../support/servers/broken-answers.js';
import { type LoopbackServer, refusingPort } from '../../../support/servers/loopback.server.js';
import { thrownBy } from '../../../support/thrown-by.js';

describe('Square', () => {
  let server: LoopbackServer;

  beforeAll(async () => {
    server = await startBrokenServer((request, response) => {
      const status = Number(request.url?.split('/').at(-1));
      const errors = [{ category: 'INVALID_REQUEST_ERROR', code: 'NOT_FOUND', detail: SECRET }];
      response
        .writeHead(status, { 'content-type': 'application/json', 'retry-after': '30' })
        .end(JSON.stringify({ errors }));
    });
  });

  afterAll(() => server.stop());

  const asking =
    (paymentId: string, baseUrl = server.url) =>
    () =>
      new SquareClient({
        token: SECRET,
        baseUrl,
        maxRetries: 0,
        timeoutInSeconds: 0.2,
      }).payments.get({
        paymentId,
      });

  it.each([
    ['a key that it refuses', '401'],
    ['a declined card', '402'],
    ['no such payment', '404'],
    ['too many requests', '429'],
    ['a failure', '500'],
    ['a pause', '503'],
  ])('answering with %s is BILLING_ERROR, and its text stays', async (_name, id) => {
    expectFailureWithSecret(await thrownBy(asking(id)), 'BILLING_ERROR');
  });

  it.each([
    ['answers HTML', 'html'],
    ['cuts the connection', 'cut'],
    ['never answers', 'never'],
  ])('that %s is BILLING_ERROR', async (_name, id) => {
    expectFailure(await thrownBy(asking(id)), 'BILLING_ERROR');
  });

  it('that is down is BILLING_ERROR', async () => {
    const url = `http://127.0.0.1:${await refusingPort()}`;
    expectFailure(await thrownBy(asking('404', url)), 'BILLING_ERROR');
  });

  it('without the key of a webhook is BILLING_ERROR: it says nothing of the signature', async () => {
    const error = await thrownBy(() =>
      WebhooksHelper.verifySignature({
        requestBody: SECRET,
        signatureHeader: SECRET,
        signatureKey: '',
        notificationUrl: 'http://localhost',
      }),
    );
    expectFailure(error, 'BILLING_ERROR');
  });

  it.each([
    ['has no list', { name: 'SquareError' }],
    ['is merely called a time-out of its', { name: 'SquareTimeoutError' }],
    ['has another name', { name: 'Error', errors: [], rawResponse: {} }],
  ])('is not what throws an error that %s', (_name, properties) => {
    expectFailure(Object.assign(new Error('x'), properties), 'INTERNAL_SERVER_ERROR');
  });
});
