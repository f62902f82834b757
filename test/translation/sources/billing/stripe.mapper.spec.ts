import Stripe from 'stripe';
import { expectFailure, expectFailureWithSecret, SECRET } from '../../../support/expect-failure.js';
import { type LoopbackServer, refusingPort } from '../../../support/servers/loopback.server.js';
import { startStripeServer } from '../../../support/servers/stripe.server.js';
import { thrownBy } from '../../../support/thrown-by.js';

const WEBHOOK_SECRET = 'whsec_hunter2';

describe('the Stripe SDK', () => {
  let server: LoopbackServer;

  beforeAll(async () => {
    server = await startStripeServer();
  });

  afterAll(() => server.stop());

  function client(port = server.port): Stripe {
    return new Stripe('sk_test_hunter2', {
      host: '127.0.0.1',
      port,
      protocol: 'http',
      maxNetworkRetries: 0,
      timeout: 300,
    });
  }

  it.each([
    ['a declined card', 'card_declined', 'StripeCardError'],
    ['a bad key', 'bad_key', 'StripeAuthenticationError'],
    ['a key without the permission', 'not_permitted', 'StripePermissionError'],
    ['too many requests', 'rate_limited', 'StripeRateLimitError'],
    ['too many requests, with status 400', 'rate_limited_v1', 'StripeRateLimitError'],
    ['a reused idempotency key', 'idempotency', 'StripeIdempotencyError'],
    ['a conflict', 'conflict', 'StripeAPIError'],
    ['an unknown customer', 'missing', 'StripeInvalidRequestError'],
    ['a bad parameter', 'bad_parameter', 'StripeInvalidRequestError'],
    ['a failure of its own', 'broken', 'StripeAPIError'],
    ['no JSON', 'not-json', 'StripeAPIError'],
    ['HTML', 'html', 'StripeAPIError'],
  ])('answered with %s is STRIPE_ERROR, and its text stays', async (_name, situation, type) => {
    const error = await thrownBy(() => client().customers.retrieve(situation));
    expect(error).toMatchObject({ type });
    expectFailureWithSecret(error, 'STRIPE_ERROR');
  });

  it('answered with an error of its second API, of another type, is STRIPE_ERROR', async () => {
    const error = await thrownBy(() => client().v2.core.events.retrieve('insufficient_funds'));
    expect(error).toMatchObject({ type: 'InsufficientFundsError' });
    expectFailureWithSecret(error, 'STRIPE_ERROR');
  });

  it('answered with an OAuth error is STRIPE_ERROR, not OAUTH_ERROR', async () => {
    const error = await thrownBy(() =>
      client().oauth.token({ grant_type: 'authorization_code', code: 'ac_hunter2' }),
    );
    expect(error).toMatchObject({ type: 'StripeInvalidGrantError' });
    expectFailureWithSecret(error, 'STRIPE_ERROR');
  });

  it.each([
    ['whose connection is cut', 'cut'],
    ['whose answer is cut off', 'cut-midway'],
    ['that gets no answer in time', 'never'],
  ])('%s is STRIPE_ERROR', async (_name, situation) => {
    const error = await thrownBy(() => client().customers.retrieve(situation));
    expectFailure(error, 'STRIPE_ERROR');
  });

  it('that is refused the connection is STRIPE_ERROR, not IO_ERROR', async () => {
    const port = await refusingPort();
    const error = await thrownBy(() => client(port).customers.retrieve(SECRET));
    expect(error).toMatchObject({ type: 'StripeConnectionError', detail: { syscall: 'connect' } });
    expectFailure(error, 'STRIPE_ERROR');
  });

  const payload = JSON.stringify({ id: 'evt_hunter2' });

  it.each([
    ['a bad signature', 't=1,v1=hunter2'],
    ['no signature', ''],
    [
      'a signature of long ago',
      Stripe.webhooks.generateTestHeaderString({
        payload,
        secret: WEBHOOK_SECRET,
        timestamp: 1,
      }),
    ],
  ])('refusing a webhook with %s is STRIPE_ERROR, and its body stays', async (_name, header) => {
    const construct = () => client().webhooks.constructEvent(payload, header, WEBHOOK_SECRET);
    expectFailureWithSecret(await thrownBy(construct), 'STRIPE_ERROR');
  });

  it('without a key is the server’s fault', async () => {
    expectFailure(await thrownBy(() => new Stripe('')), 'INTERNAL_SERVER_ERROR');
  });

  it('is not what throws an error that merely has its type', () => {
    const properties = { type: 'StripeCardError', statusCode: 402, requestId: 'req_1', raw: {} };
    expectFailure(Object.assign(new Error('x'), properties), 'INTERNAL_SERVER_ERROR');
  });
});
