import type { App } from 'firebase-admin/app';
import jwt from 'jsonwebtoken';
import { expectFailure, expectFailureWithSecret, SECRET } from '../../../support/expect-failure.js';
import { nativeRequire } from '../../../support/native-require.js';
import {
  type LoopbackServer,
  refusingPort,
  startHttpServer,
} from '../../../support/servers/loopback.server.js';
import { thrownBy } from '../../../support/thrown-by.js';

const { deleteApp, initializeApp } =
  nativeRequire<typeof import('firebase-admin/app')>('firebase-admin/app');
const { getAuth } = nativeRequire<typeof import('firebase-admin/auth')>('firebase-admin/auth');
const { getAppCheck } = nativeRequire<typeof import('firebase-admin/app-check')>(
  'firebase-admin/app-check',
);

/** The environment that the package reads: Jest gives a test its own. */
const { env } = nativeRequire<NodeJS.Process>('node:process');
const now = Math.floor(Date.now() / 1000);

/** As the emulator signs them: not at all. */
function token(claims: object = {}): string {
  const issued = {
    iss: 'https://securetoken.google.com/us',
    aud: 'us',
    sub: SECRET,
    iat: now - 60,
    exp: now + 60,
    auth_time: now - 60,
    ...claims,
  };
  return jwt.sign(issued, '', { algorithm: 'none' });
}

type Answer = readonly [status: number, body: object];
const found = (user: object): Answer => [200, { users: [{ localId: SECRET, ...user }] }];
const refusal = (code: string): Answer => [400, { error: { message: `${code} : hunter2` } }];

describe('firebase-admin', () => {
  let emulator: LoopbackServer;
  let app: App;
  /** What the emulator answers. */
  let answer: Answer;

  beforeAll(async () => {
    emulator = await startHttpServer((_request, response) => {
      const [status, body] = answer;
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
    env.FIREBASE_AUTH_EMULATOR_HOST = new URL(emulator.url).host;
    app = initializeApp({ projectId: 'us' }, 'emulated');
  });

  afterAll(async () => {
    delete env.FIREBASE_AUTH_EMULATOR_HOST;
    await deleteApp(app);
    await emulator.stop();
  });

  const verifying =
    (idToken: string, checkRevoked = false) =>
    () =>
      getAuth(app).verifyIdToken(idToken, checkRevoked);

  it('refusing a token that has expired is TOKEN_EXPIRED', async () => {
    const error = await thrownBy(verifying(token({ iat: 1, exp: 2 })));
    expect(error).toMatchObject({ code: 'auth/id-token-expired' });
    expectFailure(error, 'TOKEN_EXPIRED');
  });

  it('refusing a session that has expired is TOKEN_EXPIRED', async () => {
    const expired = token({ iss: 'https://session.firebase.google.com/us', iat: 1, exp: 2 });
    const error = await thrownBy(() => getAuth(app).verifySessionCookie(expired));
    expectFailure(error, 'TOKEN_EXPIRED');
  });

  it.each([
    ['that is no token', SECRET],
    ['for another audience', token({ aud: SECRET })],
    ['of another issuer', token({ iss: SECRET })],
    ['without a user', token({ sub: undefined })],
    [
      'that is a custom one',
      jwt.sign(
        {
          aud: 'https://identitytoolkit.googleapis.com/google.identity.identitytoolkit.v1.IdentityToolkit',
        },
        'a key',
      ),
    ],
  ])('refusing a token %s is JWT_ERROR', async (_name, idToken) => {
    expectFailure(await thrownBy(verifying(idToken)), 'JWT_ERROR');
  });

  const cookie = { iss: 'https://session.firebase.google.com/us', auth_time: 1 };

  it.each<[string, () => Promise<unknown>]>([
    ['id-token', verifying(token({ auth_time: 1 }), true)],
    ['session-cookie', () => getAuth(app).verifySessionCookie(token(cookie), true)],
  ])('refusing what was revoked, such as an %s, is JWT_ERROR', async (name, call) => {
    answer = found({ validSince: String(now) });
    const error = await thrownBy(call);
    expect(error).toMatchObject({ code: `auth/${name}-revoked` });
    expectFailure(error, 'JWT_ERROR');
  });

  it('refusing a user who is disabled is UNAUTHORIZED', async () => {
    answer = found({ disabled: true });
    const error = await thrownBy(verifying(token(), true));
    expect(error).toMatchObject({ code: 'auth/user-disabled' });
    expectFailure(error, 'UNAUTHORIZED');
  });

  it('making a session of a token that is none is JWT_ERROR', async () => {
    answer = refusal('INVALID_ID_TOKEN');
    const expiresIn = 3_600_000;
    const error = await thrownBy(() => getAuth(app).createSessionCookie(SECRET, { expiresIn }));
    expectFailureWithSecret(error, 'JWT_ERROR');
  });

  it('without a token is UNAUTHORIZED', async () => {
    expectFailure(await thrownBy(verifying(undefined as unknown as string)), 'UNAUTHORIZED');
  });

  it.each(['EMAIL_EXISTS', 'PHONE_NUMBER_EXISTS', 'DUPLICATE_LOCAL_ID'])(
    'creating an account that is there, %s, is DUPLICATE_CONSTRAINT',
    async (code) => {
      answer = refusal(code);
      const error = await thrownBy(() => getAuth(app).createUser({ email: 'user@example.com' }));
      expectFailureWithSecret(error, 'DUPLICATE_CONSTRAINT');
    },
  );

  it('that is refused the connection is IO_ERROR', async () => {
    env.FIREBASE_AUTH_EMULATOR_HOST = `127.0.0.1:${await refusingPort()}`;
    const apart = initializeApp({ projectId: 'us' }, 'apart');
    const error = await thrownBy(() => getAuth(apart).getUser('user'));
    env.FIREBASE_AUTH_EMULATOR_HOST = new URL(emulator.url).host;
    expect(error).toMatchObject({ code: 'app/network-error' });
    expectFailure(error, 'IO_ERROR');
  });

  it.each([
    ['app', 'app/network-timeout', 'IO_ERROR'],
    ['app-check', 'app-check/app-check-token-expired', 'TOKEN_EXPIRED'],
  ] as const)('of %s, constructed, with the code %s is %s', (codePrefix, code, expected) => {
    const errorInfo = { code, message: SECRET };
    const error = Object.assign(new Error(SECRET), { codePrefix, code, errorInfo });
    expectFailureWithSecret(error, expected);
  });

  it.each([
    ['called with a wrong argument', () => getAuth(app).getUser('')],
    ['answered with a failure', () => getAuth(app).deleteUser('user')],
    ['without a project', () => getAuth(initializeApp({}, 'empty')).verifyIdToken(token())],
  ])('%s is the server’s fault', async (_name, call) => {
    answer = [500, { error: { message: SECRET } }];
    expectFailure(await thrownBy(call), 'INTERNAL_SERVER_ERROR');
  });

  it.each([
    ['that is no token', SECRET, 'JWT_ERROR'],
    ['that is missing', undefined as unknown as string, 'UNAUTHORIZED'],
  ] as const)('refusing an App Check token %s is told', async (_name, appCheckToken, code) => {
    expectFailure(await thrownBy(() => getAppCheck(app).verifyToken(appCheckToken)), code);
  });

  it.each([
    ['has no information', { codePrefix: 'auth', code: 'auth/id-token-expired' }],
    ['has another prefix', { codePrefix: 'other', code: 'auth/id-token-expired', errorInfo: {} }],
  ])('is not what throws an error that %s', (_name, properties) => {
    expectFailure(Object.assign(new Error('x'), properties), 'INTERNAL_SERVER_ERROR');
  });
});
