import { generateKeyPairSync } from 'node:crypto';
import type { AuthOptions } from 'express-oauth2-jwt-bearer';
import createError from 'http-errors';
import jwt from 'jsonwebtoken';
import { AUTHOS_ERRORS, type AuthOsErrorCode } from 'nestjs-authos-errors';
import { answerOf } from '../../../support/answer-of.js';
import { expectFailure, SECRET } from '../../../support/expect-failure.js';
import { nativeRequire } from '../../../support/native-require.js';
import { startBrokenServer } from '../../../support/servers/broken-answers.js';
import { type LoopbackServer, refusingPort } from '../../../support/servers/loopback.server.js';
import { middlewareError } from '../../../support/servers/middleware-error.js';
import { translate } from '../../../support/translate.js';

const { auth, requiredScopes } = nativeRequire<typeof import('express-oauth2-jwt-bearer')>(
  'express-oauth2-jwt-bearer',
);

const ISSUER = 'https://issuer.example';
const KEY = 'a key of more than 256 bits, for a test';
const BY_SECRET: AuthOptions = {
  issuer: ISSUER,
  audience: 'us',
  secret: KEY,
  tokenSigningAlg: 'HS256',
};
const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

const exp = Math.floor(Date.now() / 1000) + 60;
const claims = { iss: ISSUER, aud: 'us', sub: SECRET, scope: 'read', exp };
const bearer = (own: object = {}, key = KEY) => `Bearer ${jwt.sign({ ...claims, ...own }, key)}`;

const refused = (
  authorization: string | undefined,
  options = BY_SECRET,
  path = '/',
): Promise<unknown> =>
  middlewareError(auth(options), path, authorization === undefined ? {} : { authorization });

/** Holds the translation, with the challenge that the middleware wrote for the client. */
function expectRefusal(error: unknown, code: AuthOsErrorCode, challenge: string | RegExp): void {
  const expected = {
    code,
    status: AUTHOS_ERRORS[code].status,
    message: undefined,
    retryAfter: undefined,
    headers: { 'WWW-Authenticate': expect.stringMatching(challenge) },
  };
  expect(translate(error)).toEqual(expected);
  expect(translate(error, { httpStatus: 'preserve', exposeServerMessages: true })).toEqual(
    expected,
  );
  expect(translate(new Error('x', { cause: error }))).toEqual(expected);
  const { wire } = answerOf(error);
  expect(wire).toContain(`"error_code":"${code}"`);
  expect(wire).toMatch(challenge);
  expect(wire).not.toContain(SECRET);
}

describe('express-oauth2-jwt-bearer', () => {
  it('refusing a token that has expired is TOKEN_EXPIRED', async () => {
    const error = await refused(bearer({ exp: 1 }));
    expectRefusal(error, 'TOKEN_EXPIRED', /Bearer realm="api", error="invalid_token"/);
  });

  it.each([
    ['that is no token', `Bearer ${SECRET}`],
    ['signed with another key', bearer({}, 'another key of more than 256 bits')],
    ['for another audience', bearer({ aud: SECRET })],
    ['of another issuer', bearer({ iss: SECRET })],
    ['that is not valid yet', bearer({ nbf: exp })],
  ])('refusing a token %s is JWT_ERROR', async (_name, authorization) => {
    const error = await refused(authorization);
    expectRefusal(error, 'JWT_ERROR', /Bearer realm="api", error="invalid_token"/);
  });

  it('refusing a request without a token is UNAUTHORIZED', async () => {
    expectRefusal(await refused(undefined), 'UNAUTHORIZED', /Bearer realm="api"/);
  });

  it('refusing a token in two places is BAD_REQUEST', async () => {
    const error = await refused(bearer(), BY_SECRET, '/?access_token=hunter2');
    expectRefusal(error, 'BAD_REQUEST', /Bearer realm="api", error="invalid_request"/);
  });

  it('refusing a token without the scope is FORBIDDEN, and names the scope', async () => {
    const checkScopes = requiredScopes('write');
    const error = await middlewareError(
      (request, response, next) =>
        void auth(BY_SECRET)(request, response, (failure) =>
          failure ? next(failure) : checkScopes(request, response, next),
        ),
      '/',
      { authorization: bearer() },
    );
    expectRefusal(error, 'FORBIDDEN', /error="insufficient_scope", .*scope="write"/);
  });

  describe('asking a key server', () => {
    let server: LoopbackServer;

    beforeAll(async () => {
      server = await startBrokenServer((_request, response) => response.writeHead(500).end(SECRET));
    });

    afterAll(() => server.stop());

    const asking = (options: AuthOptions): Promise<unknown> => {
      const token = jwt.sign(claims, privateKey, { algorithm: 'RS256', keyid: 'ours' });
      return refused(`Bearer ${token}`, { audience: 'us', timeoutDuration: 200, ...options });
    };
    const keysAt = (path: string) => asking({ issuer: ISSUER, jwksUri: server.url + path });

    it.each([
      ['that fails', () => keysAt('/hunter2')],
      ['that answers HTML', () => keysAt('/html')],
      ['that answers no JSON', () => keysAt('/not-json')],
      ['that never answers', () => keysAt('/never')],
      ['that it does not discover', () => asking({ issuerBaseURL: server.url })],
    ])('%s is the server’s fault, without a challenge', async (_name, call) => {
      const error = await call();
      expect(error).toMatchObject({ status: 401 });
      expectFailure(error, 'INTERNAL_SERVER_ERROR');
    });

    it.each([
      ['that cuts the connection', () => keysAt('/cut')],
      [
        'that is down',
        async () =>
          asking({ issuer: ISSUER, jwksUri: `http://127.0.0.1:${await refusingPort()}/` }),
      ],
    ])('%s is IO_ERROR, without a challenge', async (_name, call) => {
      const error = await call();
      expect(error).toMatchObject({ status: 401 });
      expectFailure(error, 'IO_ERROR');
    });
  });
});

describe('a refusal of RFC 6750 by other middleware', () => {
  const refusal = (status: number, challenge: string): Error =>
    Object.assign(new Error(SECRET), {
      status,
      statusCode: status,
      headers: { 'WWW-Authenticate': challenge },
    });

  it.each<[number, string, AuthOsErrorCode]>([
    [401, 'Bearer', 'UNAUTHORIZED'],
    [401, 'Bearer realm="us", error="invalid_token"', 'JWT_ERROR'],
    [401, 'DPoP error="invalid_token", algs="ES256"', 'JWT_ERROR'],
    [403, 'Bearer error="invalid_token"', 'FORBIDDEN'],
    [403, 'Bearer error="insufficient_scope", scope="write"', 'FORBIDDEN'],
    [400, 'Bearer error="invalid_request"', 'BAD_REQUEST'],
  ])('with the status %i and the challenge %s is %s', (status, challenge, code) => {
    expectRefusal(refusal(status, challenge), code, challenge);
  });

  it('without a challenge is told by its class', () => {
    class UnauthorizedError extends Error {
      status = 401;
      statusCode = 401;
      headers = {};
    }
    expectFailure(new UnauthorizedError(), 'UNAUTHORIZED');
  });

  it('is not an error of http-errors, whose headers the application chose', () => {
    const error = createError(401, 'Who are you?', { headers: { 'WWW-Authenticate': 'Bearer' } });
    expect(translate(error)).toMatchObject({ code: 'UNAUTHORIZED', message: 'Who are you?' });
  });
});

describe('an error that only looks like a refusal of RFC 6750', () => {
  const headers = { 'WWW-Authenticate': 'Bearer error="invalid_token"' };

  it.each([
    ['has no status', { headers }],
    ['has two statuses', { headers, status: 401, statusCode: 500 }],
    [
      'has an upstream’s headers',
      { headers: { 'www-authenticate': 'Bearer' }, status: 401, statusCode: 401 },
    ],
    [
      'has another scheme',
      { headers: { 'WWW-Authenticate': 'Basic' }, status: 401, statusCode: 401 },
    ],
    ['has no headers', { status: 401, statusCode: 401 }],
  ])('is unknown, if it %s', (_how, properties) => {
    expectFailure(Object.assign(new Error('x'), properties), 'INTERNAL_SERVER_ERROR');
  });
});
