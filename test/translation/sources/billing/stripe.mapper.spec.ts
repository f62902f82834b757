import Stripe from 'stripe';
import { expectFailure, expectFailureWithSecret, SECRET } from '../../../support/expect-failure.js';
import { nativeRequire } from '../../../support/native-require.js';
import { type LoopbackServer, refusingPort } from '../../../support/servers/loopback.server.js';
import { startStripeServer } from '../../../support/servers/stripe.server.js';
import { thrownBy } from '../../../support/thrown-by.js';

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

  it('without a key is the server’s fault', async () => {
    expectFailure(await thrownBy(() => new Stripe('')), 'INTERNAL_SERVER_ERROR');
  });

  it.each([
    ['type', { type: 'StripeCardError', statusCode: 402, requestId: 'req_1', raw: {} }],
    ['raw type', { rawType: 'card_error', raw: {} }],
  ])('is not what throws an error that merely has its %s', (_name, properties) => {
    expectFailure(Object.assign(new Error('x'), properties), 'INTERNAL_SERVER_ERROR');
  });

  it.each(['header', 'payload'])('has no unsigned webhook in an error with a %s alone', (key) => {
    const fields = { rawType: undefined, requestId: undefined, raw: {}, [key]: SECRET };
    expectFailureWithSecret(Object.assign(new Error('x'), fields), 'STRIPE_ERROR');
  });
});

/** What an application has of each version of the SDK. */
type Webhooks = Pick<Stripe['webhooks'], 'constructEvent' | 'constructEventAsync'>;
type Sdk = new (key: string) => { webhooks: Webhooks };
// The types of the older ones take the place of those of the newest.
const SDKS: readonly [version: string, sdk: Sdk][] = [
  ['14', nativeRequire<Sdk>('stripe-14')],
  ['17', nativeRequire<Sdk>('stripe-17')],
  ['20', nativeRequire<Sdk>('stripe-20')],
  ['23', Stripe],
];
const WEBHOOK_SECRET = 'whsec_hunter2';

describe.each(SDKS)('the Stripe SDK %s', (_version, Sdk) => {
  const { webhooks } = new Sdk('sk_test_hunter2');
  const payload = JSON.stringify({ id: 'evt_hunter2' });
  const longAgo = Stripe.webhooks.generateTestHeaderString({
    payload,
    secret: WEBHOOK_SECRET,
    timestamp: 1,
  });

  it.each([
    ['a bad signature', 't=1,v1=hunter2'],
    ['another header', 'hunter2'],
    ['no signature', ''],
    ['a signature of long ago', longAgo],
  ])('refusing a webhook with %s is BAD_REQUEST, and its body stays', async (_name, header) => {
    for (const construct of ['constructEvent', 'constructEventAsync'] as const) {
      const call = () => webhooks[construct](payload, header, WEBHOOK_SECRET);
      expectFailureWithSecret(await thrownBy(call), 'BAD_REQUEST');
    }
  });

  it('given a body that a parser has read is STRIPE_ERROR: no signature would match', async () => {
    const read = JSON.parse(payload) as string;
    const call = () => webhooks.constructEvent(read, longAgo, WEBHOOK_SECRET);
    expectFailureWithSecret(await thrownBy(call), 'STRIPE_ERROR');
  });

  it('given an event that is no JSON is the server’s fault', async () => {
    const body = 'no JSON';
    const header = Stripe.webhooks.generateTestHeaderString({
      payload: body,
      secret: WEBHOOK_SECRET,
    });
    const call = () => webhooks.constructEvent(body, header, WEBHOOK_SECRET);
    expectFailure(await thrownBy(call), 'INTERNAL_SERVER_ERROR');
  });
});

it('the Stripe SDK 23 without a webhook secret is STRIPE_ERROR', async () => {
  const { webhooks } = new Stripe('sk_test_hunter2');
  const error = await thrownBy(() => webhooks.constructEvent('hunter2', 't=1,v1=1', ''));
  expectFailureWithSecret(error, 'STRIPE_ERROR');
});
