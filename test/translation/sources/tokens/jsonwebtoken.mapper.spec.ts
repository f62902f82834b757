import { generateKeyPairSync } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { expectFailure, expectFailureWithSecret, SECRET } from '../../../support/expect-failure.js';
import { thrownBy } from '../../../support/thrown-by.js';

const KEY = 'a key of more than 256 bits, for a test';
const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

function sign(claims: object = {}, options: jwt.SignOptions = {}): string {
  return jwt.sign({ sub: SECRET, ...claims }, KEY, options);
}

function verifying(token: string, options: jwt.VerifyOptions = {}, key: jwt.Secret = KEY) {
  return () => jwt.verify(token, key, options);
}

/** With a key from a callback, as jwks-rsa gives it. */
function verifyingByCallback(token: string, getKey: jwt.GetPublicKeyOrSecret) {
  return () =>
    new Promise((resolve, reject) =>
      jwt.verify(token, getKey, {}, (error, payload) => (error ? reject(error) : resolve(payload))),
    );
}

describe('jsonwebtoken', () => {
  it.each([
    ['that has expired', verifying(sign({}, { expiresIn: -10 }))],
    ['that is older than maxAge', verifying(sign({ iat: 1 }), { maxAge: '1h' })],
  ])('refusing a token %s is TOKEN_EXPIRED', async (_name, call) => {
    expectFailure(await thrownBy(call), 'TOKEN_EXPIRED');
  });

  const token = sign();
  const [header, , signature] = token.split('.');
  const otherPayload = Buffer.from('{"sub":"admin"}').toString('base64url');

  it.each([
    ['that is not valid yet', verifying(sign({}, { notBefore: 60 }))],
    ['with another payload', verifying(`${header}.${otherPayload}.${signature}`)],
    ['signed with another key', verifying(token, {}, 'another key')],
    ['that is no token', verifying('hunter2')],
    ['of three parts that are none', verifying('hunter2.hunter2.hunter2')],
    ['that is empty', verifying('')],
    ['without a signature', verifying(jwt.sign({}, '', { algorithm: 'none' }))],
    ['of an algorithm that is not allowed', verifying(token, { algorithms: ['HS512'] })],
    ['for a key of another kind', verifying(token, { algorithms: ['HS256'] }, publicKey)],
    ['of an age that is unknown', verifying(sign({}, { noTimestamp: true }), { maxAge: '1h' })],
    ['whose exp is no number', verifying(jwt.sign('{"exp":"hunter2"}', KEY))],
  ])('refusing a token %s is JWT_ERROR', async (_name, call) => {
    expectFailure(await thrownBy(call), 'JWT_ERROR');
  });

  it.each([
    ['issuer', { issuer: SECRET }],
    ['audience', { audience: SECRET }],
    ['subject', { subject: `not ${SECRET}` }],
    ['jti', { jwtid: SECRET }],
    ['nonce', { nonce: SECRET }],
  ])(
    'refusing a token of another %s is JWT_ERROR, and what was expected stays',
    async (_, options) => {
      expectFailureWithSecret(await thrownBy(verifying(token, options)), 'JWT_ERROR');
    },
  );

  it.each([
    ['without a secret', verifying(token, {}, '')],
    ['with a secret that is no key', verifying(token, {}, {} as jwt.Secret)],
    ['with a maxAge that is none', verifying(token, { maxAge: 'hunter2' })],
    ['with a clock that is none', verifying(token, { clockTimestamp: '1' as unknown as number })],
    ['with an empty nonce', verifying(token, { nonce: '' })],
    [
      'with a callback for the key, synchronously',
      () => jwt.verify(token, (() => KEY) as unknown as jwt.Secret),
    ],
    ['signing without a secret', () => jwt.sign({}, '')],
  ])('called %s is the server’s fault', async (_name, call) => {
    expectFailure(await thrownBy(call), 'INTERNAL_SERVER_ERROR');
  });

  it('whose callback for the key fails is the server’s fault, and the reason stays', async () => {
    const call = verifyingByCallback(token, (_, done) => done(new Error(`${SECRET} is down`)));
    expectFailureWithSecret(await thrownBy(call), 'INTERNAL_SERVER_ERROR');
  });

  it.each(['TokenExpiredError', 'NotBeforeError'])(
    'is not what throws an error that is merely called %s',
    (name) => {
      expectFailure(Object.assign(new Error('jwt expired'), { name }), 'INTERNAL_SERVER_ERROR');
    },
  );
});
