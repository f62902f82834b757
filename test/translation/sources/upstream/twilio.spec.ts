import { nativeRequire } from '../../../support/native-require.js';
import { SECRET } from '../../../support/expect-failure.js';
import { thrownBy } from '../../../support/thrown-by.js';
import { expectUpstreamFailure } from './expect-upstream.js';

type Twilio = typeof import('twilio');
const twilio = nativeRequire<Twilio>('twilio');

describe('twilio', () => {
  function refusedWith(statusCode: number): Promise<unknown> {
    const body = { code: 20_001, message: SECRET, more_info: 'https://www.twilio.com/docs/errors' };
    const httpClient = { request: () => Promise.resolve({ statusCode, body }) };
    const client = twilio('AC0', SECRET, { httpClient: httpClient as never });
    return thrownBy(() => client.messages.create({ to: '+1', from: '+1', body: SECRET }));
  }

  it.each([429, 500, 503])('answered with %s is IO_ERROR', async (status) => {
    expectUpstreamFailure(await refusedWith(status), 'IO_ERROR');
  });

  it.each([400, 401, 404])('answered with %s asked wrongly', async (status) => {
    expectUpstreamFailure(await refusedWith(status), 'INTERNAL_SERVER_ERROR');
  });
});
