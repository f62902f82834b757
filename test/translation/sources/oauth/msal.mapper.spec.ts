import type { INetworkModule } from '@azure/msal-node';
import { expectFailure, expectFailureWithSecret, SECRET } from '../../../support/expect-failure.js';
import { nativeRequire } from '../../../support/native-require.js';
import { thrownBy } from '../../../support/thrown-by.js';

const { ConfidentialClientApplication } =
  nativeRequire<typeof import('@azure/msal-node')>('@azure/msal-node');

const AUTHORITY = 'https://login.microsoftonline.com/common';
const authorityMetadata = JSON.stringify({
  issuer: AUTHORITY,
  authorization_endpoint: `${AUTHORITY}/authorize`,
  token_endpoint: `${AUTHORITY}/token`,
  jwks_uri: `${AUTHORITY}/keys`,
});

/** The network, as an application can give it to the SDK. */
function refused(answer: () => Promise<{ status: number; body: object }>): Promise<unknown> {
  const ask = async () => ({ headers: {}, ...(await answer()) });
  const client = new ConfidentialClientApplication({
    auth: { clientId: 'client', clientSecret: SECRET, authority: AUTHORITY, authorityMetadata },
    system: {
      networkClient: { sendGetRequestAsync: ask, sendPostRequestAsync: ask } as INetworkModule,
    },
  });
  return thrownBy(() =>
    client.acquireTokenByCode({ code: SECRET, scopes: ['user'], redirectUri: 'http://localhost' }),
  );
}

describe('MSAL', () => {
  it.each([
    [
      'a grant that it refuses',
      400,
      { error: 'invalid_grant', error_description: SECRET, error_codes: [70008] },
    ],
    [
      'a user who has to act',
      400,
      { error: 'interaction_required', error_description: SECRET, suberror: 'consent_required' },
    ],
    ['a failure', 503, { error: 'temporarily_unavailable', error_description: SECRET }],
  ])('answered with %s is OAUTH_ERROR, and its text stays', async (_name, status, body) => {
    const error = await refused(() => Promise.resolve({ status, body }));
    expectFailureWithSecret(error, 'OAUTH_ERROR');
  });

  it('without a network is OAUTH_ERROR', async () => {
    const error = await refused(() => Promise.reject(new Error('hunter2')));
    expectFailure(error, 'OAUTH_ERROR');
  });

  it.each([
    ['no sub-error', { errorCode: 'network_error', correlationId: '' }],
    ['no correlation', { errorCode: 'network_error', subError: '' }],
    ['no code', { subError: '', correlationId: '' }],
  ])('is not what throws an error with %s', (_name, properties) => {
    expectFailure(Object.assign(new Error('x'), properties), 'INTERNAL_SERVER_ERROR');
  });
});
