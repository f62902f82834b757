import { generateKeyPairSync } from 'node:crypto';
import { CognitoJwtVerifier, JwtVerifier } from 'aws-jwt-verify';
import { SimpleJwksCache } from 'aws-jwt-verify/jwk';
import {
  AlbJwksNotExposedError,
  JwkInvalidKtyError,
  NonRetryableFetchError,
  NotSupportedError,
} from 'aws-jwt-verify/error';
import jwt from 'jsonwebtoken';
import { expectFailure, expectFailureWithSecret, SECRET } from '../../../support/expect-failure.js';
import { refusingPort } from '../../../support/servers/loopback.server.js';
import { thrownBy } from '../../../support/thrown-by.js';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'ours', alg: 'RS256', use: 'sig' };
const ISSUER = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_abc';
const exp = Math.floor(Date.now() / 1000) + 60;

function sign(claims: object = {}, header: object = {}): string {
  return jwt.sign({ iss: ISSUER, aud: 'us', sub: SECRET, exp, ...claims }, privateKey, {
    algorithm: 'RS256',
    header: { alg: 'RS256', kid: 'ours', ...header },
  });
}

function verifier(properties: object = {}, keys: readonly object[] = [jwk]) {
  const created = JwtVerifier.create({ issuer: ISSUER, audience: 'us', ...properties } as never);
  created.cacheJwks({ keys } as never);
  return created as { verify(token: string): Promise<unknown>; verifySync(token: string): unknown };
}

describe('aws-jwt-verify', () => {
  it('refusing a token that has expired is TOKEN_EXPIRED, and its claims stay', async () => {
    const error = await thrownBy(() =>
      verifier({ includeRawJwtInErrors: true }).verify(sign({ exp: 1 })),
    );
    expectFailureWithSecret(error, 'TOKEN_EXPIRED');
  });

  const [header, , signature] = sign().split('.');
  const otherPayload = Buffer.from(JSON.stringify({ iss: ISSUER, exp })).toString('base64url');

  it.each([
    ['that is no token', SECRET],
    ['of three parts that are none', 'hunter2.hunter2.hunter2'],
    ['with another payload', `${header}.${otherPayload}.${signature}`],
    ['that is not valid yet', sign({ nbf: exp })],
    ['of another issuer', sign({ iss: SECRET })],
    ['for another audience', sign({ aud: SECRET })],
    ['of a key that is unknown', sign({}, { kid: 'other' })],
    ['without a key', sign({}, { kid: undefined })],
    [
      'of an algorithm that is not allowed',
      jwt.sign({ exp, iss: ISSUER }, 'a key', { keyid: 'ours' }),
    ],
  ])('refusing a token %s is JWT_ERROR', async (_name, token) => {
    expectFailure(await thrownBy(() => verifier().verifySync(token)), 'JWT_ERROR');
  });

  it('refusing a token of Cognito for another use is JWT_ERROR', async () => {
    const cognito = CognitoJwtVerifier.create({
      userPoolId: 'eu-west-1_abc',
      tokenUse: 'access',
      clientId: 'us',
    });
    cognito.cacheJwks({ keys: [jwk] } as never);
    const error = await thrownBy(() => cognito.verify(sign({ token_use: 'id', client_id: 'us' })));
    expect(error).toMatchObject({ failedAssertion: { actual: 'id' } });
    expectFailure(error, 'JWT_ERROR');
  });

  it.each([
    [
      'no keys were fetched yet',
      () => JwtVerifier.create({ issuer: ISSUER, audience: 'us' }).verifySync(sign()),
    ],
    [
      'the pool has no valid id',
      () => CognitoJwtVerifier.create({ userPoolId: SECRET, tokenUse: 'id', clientId: 'us' }),
    ],
    ['the key is for another use', () => verifier({}, [{ ...jwk, use: 'enc' }]).verifySync(sign())],
  ])('is the server’s fault where %s', async (_name, call) => {
    expectFailure(await thrownBy(call), 'INTERNAL_SERVER_ERROR');
  });

  it('whose key server is down is IO_ERROR, and its address stays', async () => {
    const jwksUri = `https://127.0.0.1:${await refusingPort()}/hunter2`;
    const error = await thrownBy(() =>
      JwtVerifier.create({ issuer: ISSUER, audience: 'us', jwksUri }).verify(sign()),
    );
    expectFailure(error, 'IO_ERROR');
  });

  /** As the key server answers with a set. */
  function answered(set: unknown): () => Promise<unknown> {
    const { buffer } = new TextEncoder().encode(JSON.stringify(set));
    const fetcher = { fetch: () => Promise.resolve(buffer) };
    const jwksCache = new SimpleJwksCache({ fetcher });
    const asking = JwtVerifier.create({ issuer: ISSUER, audience: 'us' }, { jwksCache });
    return () => asking.verify(sign({}, { kid: SECRET }));
  }

  it('that waits before it asks the key server again is the server’s fault', async () => {
    const call = answered({ keys: [jwk] });
    expectFailure(await thrownBy(call), 'JWT_ERROR');
    expectFailure(await thrownBy(call), 'INTERNAL_SERVER_ERROR');
  });

  it.each([
    ['no set of keys', { keys: SECRET }],
    ['a key that is none', { keys: [SECRET] }],
  ])('whose key server answers with %s is the server’s fault', async (_name, set) => {
    expectFailure(await thrownBy(answered(set)), 'INTERNAL_SERVER_ERROR');
  });

  it.each([
    ['a key of another kind', new JwkInvalidKtyError(SECRET, 'EC', 'RSA')],
    ['a load balancer without keys', new AlbJwksNotExposedError(SECRET)],
    ['a runtime that lacks something', new NotSupportedError(SECRET)],
  ])('of %s, constructed, is the server’s fault', (_name, error) => {
    expectFailureWithSecret(error, 'INTERNAL_SERVER_ERROR');
  });

  it('whose key server does not answer with 200, constructed, is the server’s fault', () => {
    const error = new NonRetryableFetchError(
      `https://${SECRET}`,
      'Status code is 500, expected 200',
    );
    expectFailureWithSecret(error, 'INTERNAL_SERVER_ERROR');
  });

  it('is not what throws an error with its field', () => {
    const error = Object.assign(new Error('x'), { failedAssertion: { actual: 1, expected: 2 } });
    expectFailure(error, 'INTERNAL_SERVER_ERROR');
  });
});
