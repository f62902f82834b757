import request from 'supertest';
import { type SampleApp, START_TIMEOUT, startSampleApp } from './support/sample-app.process.js';
import { ACME, GLOBEX, HOOLI, INITECH, UMBRELLA } from './support/seeds.js';
import { STRIPE_REFUSALS } from './support/stripe-server.refusals.js';
import { signStripeEvent } from './support/stripe-server.signature.js';
import { CONNECTION_CUT, startStripeServer, type StripeServer } from './support/stripe-server.js';
import './support/to-be-authos-error.js';

const STRIPE_WEBHOOK_SECRET = 'whsec_e2e';

describe.each(['express', 'fastify'])('Billing, on %s', (PLATFORM) => {
  let stripe: StripeServer;
  let app: SampleApp;

  beforeAll(async () => {
    stripe = await startStripeServer();
    app = await startSampleApp({ PLATFORM, STRIPE_API_BASE: stripe.url, STRIPE_WEBHOOK_SECRET });
  }, START_TIMEOUT);

  afterAll(async () => {
    await app.stop();
    await stripe.stop();
  });

  const subscribe = async (
    { id, owner }: typeof ACME,
    tier: string,
    paymentMethod = 'pm_card_visa',
  ) =>
    request(app.url)
      .post('/billing/subscription')
      .auth(await app.token({ sub: owner, organizationId: id }), { type: 'bearer' })
      .send({ tier, paymentMethod });

  const tierOf = async ({ id }: typeof ACME): Promise<string> => {
    const token = await app.token({ organizationId: id });
    const { body } = await request(app.url).get('/organization').auth(token, { type: 'bearer' });
    return (body as { tier: string }).tier;
  };

  const notify = (event: string, signature = signStripeEvent(event, STRIPE_WEBHOOK_SECRET)) =>
    request(app.url)
      .post('/billing/webhook')
      .set({ 'content-type': 'application/json', 'stripe-signature': signature })
      .send(event);

  describe('STRIPE_ERROR', () => {
    it.each([...Object.keys(STRIPE_REFUSALS), CONNECTION_CUT])(
      'answers what Stripe makes of %s, and nothing of what it said',
      async (paymentMethod) => {
        const response = await subscribe(GLOBEX, 'starter', paymentMethod);
        expect(response).toBeAuthOsError('STRIPE_ERROR', {
          error: 'Communication with the billing provider failed.',
        });
        expect(JSON.stringify(response.headers)).not.toMatch(/stripe|sk_test|req_|127\.0\.0\.1/i);
        expect(await tierOf(GLOBEX)).toBe('free');
      },
    );

    it('does not keep the next attempt from success', async () => {
      expect(await subscribe(UMBRELLA, 'pro', 'pm_card_chargeDeclined')).toBeAuthOsError(
        'STRIPE_ERROR',
        { error: 'Communication with the billing provider failed.' },
      );
      expect((await subscribe(UMBRELLA, 'pro')).status).toBe(201);
    });
  });

  it('moves the organization to the tier that it pays for', async () => {
    const { status, body } = await subscribe(ACME, 'enterprise');
    expect({ status, body: body as unknown }).toEqual({
      status: 201,
      body: {
        organizationId: ACME.id,
        tier: 'enterprise',
        status: 'active',
        stripeSubscriptionId: expect.stringMatching(/^sub_/),
      },
    });
    expect(await tierOf(ACME)).toBe('enterprise');
  });

  it('DUPLICATE_CONSTRAINT answers the second of two subscriptions at once', async () => {
    const responses = await Promise.all([subscribe(INITECH, 'pro'), subscribe(INITECH, 'pro')]);
    const [first, second] = responses.toSorted((a, b) => a.status - b.status);
    expect(first?.status).toBe(201);
    expect(second!).toBeAuthOsError('DUPLICATE_CONSTRAINT');
  });

  it('FORBIDDEN answers who is not the owner', async () => {
    const response = await request(app.url)
      .post('/billing/subscription')
      .auth(await app.token({ role: 'admin' }), { type: 'bearer' })
      .send({ tier: 'pro', paymentMethod: 'pm_card_visa' });
    expect(response).toBeAuthOsError('FORBIDDEN');
  });

  it('BAD_REQUEST answers a card number where a payment method belongs, without repeating it', async () => {
    const response = await subscribe(GLOBEX, 'pro', '4242424242424242');
    expect(response).toBeAuthOsError('BAD_REQUEST', {
      error: 'paymentMethod must be a payment method of Stripe',
    });
  });

  it('NOT_FOUND answers a tier that has no price', async () => {
    expect(await subscribe(GLOBEX, 'free')).toBeAuthOsError('NOT_FOUND');
  });

  describe('BILLING_ERROR', () => {
    it('answers a tier that is too small for what the organization uses already', async () => {
      expect(await subscribe(HOOLI, 'starter')).toBeAuthOsError('BILLING_ERROR', {
        error: 'The starter tier allows 5 services; the organization has 6.',
      });
    });

    it('answers Stripe when it bills a price that belongs to no plan', async () => {
      const response = await notify(subscriptionEvent('updated', { price: 'price_forgotten' }));
      expect(response).toBeAuthOsError('BILLING_ERROR', {
        error: 'The subscription matches no plan that we offer.',
      });
    });
  });

  describe('webhook', () => {
    it('follows what happens to a subscription at Stripe', async () => {
      expect((await notify(subscriptionEvent('created', { price: 'price_pro' }))).status).toBe(204);
      expect(await tierOf(HOOLI)).toBe('pro');

      const canceled = subscriptionEvent('deleted', { price: 'price_pro', status: 'canceled' });
      expect((await notify(canceled)).status).toBe(204);
      expect(await tierOf(HOOLI)).toBe('free');
    });

    it('accepts events that mean nothing here', async () => {
      const event = JSON.stringify({ object: 'event', type: 'invoice.paid', data: { object: {} } });
      expect((await notify(event)).status).toBe(204);
    });

    it.each([
      ['by somebody else', signStripeEvent('{}', 'whsec_stolen')],
      ['for another event', signStripeEvent('{"object":"event"}', STRIPE_WEBHOOK_SECRET)],
      ['long ago', signStripeEvent('{}', STRIPE_WEBHOOK_SECRET, new Date('2025-01-15'))],
      ['in no known way', 'v0=signature'],
    ])('BAD_REQUEST answers an event that was signed %s', async (_, signature) => {
      expect(await notify('{}', signature)).toBeAuthOsError('BAD_REQUEST', {
        error: 'The signature of the event is not valid.',
      });
    });

    it('BAD_REQUEST answers an event that was not signed', async () => {
      expect(await request(app.url).post('/billing/webhook').send({})).toBeAuthOsError(
        'BAD_REQUEST',
        {
          error: 'The signature of the event is not valid.',
        },
      );
    });
  });
});

function subscriptionEvent(
  change: 'created' | 'updated' | 'deleted',
  { price, status = 'active' }: { price: string; status?: string },
): string {
  return JSON.stringify({
    object: 'event',
    type: `customer.subscription.${change}`,
    data: {
      object: {
        id: 'sub_of_hooli',
        object: 'subscription',
        status,
        items: { data: [{ price: { id: price } }] },
        metadata: { organizationId: HOOLI.id },
      },
    },
  });
}
