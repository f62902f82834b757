import { jest } from '@jest/globals';
import { getCustomer, lemonSqueezySetup } from '@lemonsqueezy/lemonsqueezy.js';
import { expectFailure, expectFailureWithSecret, SECRET } from '../../../support/expect-failure.js';

describe('Lemon Squeezy', () => {
  beforeAll(() => {
    lemonSqueezySetup({ apiKey: SECRET });
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  /** The SDK knows one host alone, and returns its errors; an application throws them. */
  async function asking(answer: () => Promise<Response>): Promise<unknown> {
    jest.spyOn(globalThis, 'fetch').mockImplementation(answer);
    return (await getCustomer(1)).error;
  }

  it.each([
    ['a key that it refuses', 401, { errors: [{ detail: SECRET }] }],
    ['no such customer', 404, { errors: [{ detail: SECRET }] }],
    ['too many requests', 429, { message: SECRET }],
    ['a failure', 500, { error: SECRET }],
  ])('answering with %s is BILLING_ERROR, and its text stays', async (_name, status, body) => {
    const error = await asking(() => Promise.resolve(Response.json(body, { status })));
    expectFailureWithSecret(error, 'BILLING_ERROR');
  });

  it('is not what throws an error that merely has its name', () => {
    const error = Object.assign(new Error('x'), { name: 'Lemon Squeezy Error' });
    expectFailure(error, 'INTERNAL_SERVER_ERROR');
  });
});
