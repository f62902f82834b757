import { OAuth2Client as BadgatewayClient } from '@badgateway/oauth2-client';
import { OAuth2Client as ArcticClient } from 'arctic';
import axios from 'axios';
import { expectFailure, expectFailureWithSecret, SECRET } from '../../../support/expect-failure.js';
import { nativeRequire } from '../../../support/native-require.js';
import { type LoopbackServer, refusingPort } from '../../../support/servers/loopback.server.js';
import { startOAuthProvider } from '../../../support/servers/oauth-provider.server.js';
import { thrownBy } from '../../../support/thrown-by.js';

const { OAuth2Client: GoogleClient } =
  nativeRequire<typeof import('google-auth-library')>('google-auth-library');

let provider: LoopbackServer;

beforeAll(async () => {
  provider = await startOAuthProvider();
});

afterAll(() => provider.stop());

/** How each client asks for a token. */
const CLIENTS: Readonly<Record<string, (endpoint: string, url?: string) => Promise<unknown>>> = {
  arctic: (endpoint, url = provider.url) =>
    new ArcticClient('client', SECRET, null).refreshAccessToken(url + endpoint, SECRET, []),
  '@badgateway/oauth2-client': (endpoint, url = provider.url) =>
    new BadgatewayClient({ server: url, tokenEndpoint: endpoint, clientId: SECRET }).refreshToken({
      accessToken: SECRET,
      refreshToken: SECRET,
      expiresAt: null,
    }),
  'google-auth-library': (endpoint, url = provider.url) =>
    new GoogleClient({
      clientId: 'client',
      clientSecret: SECRET,
      endpoints: { oauth2TokenUrl: url + endpoint },
    }).getToken(SECRET),
  axios: (endpoint, url = provider.url) => axios.post(url + endpoint, { refresh_token: SECRET }),
};

describe.each(Object.entries(CLIENTS))('%s', (_library, ask) => {
  it.each([
    ['a grant that it refuses', '/invalid_grant'],
    ['a client that it refuses', '/invalid_client'],
  ])('answered with %s is OAUTH_ERROR, and its text stays', async (_name, endpoint) => {
    expectFailureWithSecret(await thrownBy(() => ask(endpoint)), 'OAUTH_ERROR');
  });
});

describe.each(['arctic', '@badgateway/oauth2-client', 'axios'])('%s', (library) => {
  it('that is refused the connection is IO_ERROR', async () => {
    const url = `http://127.0.0.1:${await refusingPort()}`;
    expectFailure(await thrownBy(() => CLIENTS[library]!('/', url)), 'IO_ERROR');
  });
});

describe('arctic', () => {
  it.each([
    ['a failure', '/server_error'],
    ['HTML', '/html'],
    ['an error that is none of OAuth', '/no-oauth'],
    ['an error that is no text', '/google'],
  ])('answered with %s is OAUTH_ERROR', async (_name, endpoint) => {
    expectFailure(await thrownBy(() => CLIENTS.arctic!(endpoint)), 'OAUTH_ERROR');
  });
});

describe('an error that only looks like a provider’s answer', () => {
  it.each([
    ['has an error of another kind', { error: 'E_FAILED' }],
    ['has a code of OAuth', { code: 'invalid_grant' }],
    ['has a code beside a description', { code: 'E', description: 'x', uri: null }],
    ['has a code beside a description and a state', { code: 'E', description: 'x', state: null }],
    ['has a code beside a state', { code: 'E', uri: null, state: null }],
    ['has a number for a code', { code: 7, description: 'x', uri: null, state: null }],
    ['has another’s response', { response: { data: { error: 'not_found' } } }],
    ['has a response without data', { response: { error: 'invalid_grant' } }],
    ['has no code', { oauth2Code: undefined }],
    ['has a status and another text', { status: 500 }],
  ])('is unknown, if it %s', (_how, fields) => {
    expectFailure(Object.assign(new Error('x'), fields), 'INTERNAL_SERVER_ERROR');
  });

  it('is unknown, if its class has the answer', () => {
    class Refusal extends Error {
      get error(): string {
        return 'invalid_grant';
      }
    }
    expectFailure(new Refusal(), 'INTERNAL_SERVER_ERROR');
  });
});
