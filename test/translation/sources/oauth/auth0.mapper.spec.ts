import { jest } from '@jest/globals';
import { AuthenticationClient, ManagementClient } from 'auth0';
import jwt from 'jsonwebtoken';
import { expectFailure, expectFailureWithSecret, SECRET } from '../../../support/expect-failure.js';
import type { LoopbackServer } from '../../../support/servers/loopback.server.js';
import { startOAuthProvider } from '../../../support/servers/oauth-provider.server.js';
import { thrownBy } from '../../../support/thrown-by.js';

const ask = globalThis.fetch;

describe('auth0', () => {
  let provider: LoopbackServer;

  beforeAll(async () => {
    provider = await startOAuthProvider();
  });

  afterAll(() => provider.stop());

  /** Both clients ask their domain over HTTPS: here they ask the provider on loopback instead. */
  beforeEach(() => {
    jest.spyOn(globalThis, 'fetch').mockImplementation((url, init) => {
      const [, path = ''] = /__(.*?)__/.exec(new Request(url).url) ?? [];
      return ask(`${provider.url}/${path}`, init);
    });
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  const authentication = (path: string) =>
    new AuthenticationClient({
      domain: `us.example/__${path}__`,
      clientId: 'client',
      clientSecret: SECRET,
    });
  const management = (path: string) =>
    new ManagementClient({ domain: `us.example/__${path}__`, token: SECRET });

  it.each([
    ['a grant that it refuses', 'invalid_grant'],
    ['an error that is none of OAuth', 'no-oauth'],
    ['a failure', 'server_error'],
  ])('answered with %s is OAUTH_ERROR, and its text stays', async (_name, path) => {
    const error = await thrownBy(() =>
      authentication(path).oauth.passwordGrant({ username: SECRET, password: SECRET }),
    );
    expect(error).toMatchObject({ name: 'AuthApiError' });
    expectFailureWithSecret(error, 'OAUTH_ERROR');
  });

  it.each([
    ['a key that it refuses', 'invalid_client'],
    ['no such user', 'not-found'],
  ])(
    'managing users, answered with %s, is OAUTH_ERROR, and its text stays',
    async (_name, path) => {
      const error = await thrownBy(() => management(path).users.get(SECRET));
      expectFailureWithSecret(error, 'OAUTH_ERROR');
    },
  );

  it('refusing an id token of another issuer is OAUTH_ERROR, and the issuer stays', async () => {
    const id_token = jwt.sign({ iss: SECRET }, 'a key');
    jest.spyOn(globalThis, 'fetch').mockResolvedValue(Response.json({ id_token }));
    const { oauth } = authentication('token');
    const error = await thrownBy(() =>
      oauth.authorizationCodeGrant({ code: SECRET }, { idTokenValidateOptions: {} }),
    );
    expectFailureWithSecret(error, 'OAUTH_ERROR');
  });

  it('is not what throws an error that merely has a raw response', () => {
    const error = Object.assign(new Error('x'), { rawResponse: {}, statusCode: 404 });
    expectFailure(error, 'INTERNAL_SERVER_ERROR');
  });
});
