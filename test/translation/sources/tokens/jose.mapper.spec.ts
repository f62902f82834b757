import {
  base64url,
  type CryptoKey,
  CompactEncrypt,
  type CompactJWEHeaderParameters,
  createLocalJWKSet,
  createRemoteJWKSet,
  EncryptJWT,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JSONWebKeySet,
  jwtDecrypt,
  jwtVerify,
  type JWTVerifyGetKey,
  type JWTVerifyOptions,
  SignJWT,
  UnsecuredJWT,
} from 'jose';
import { expectFailure, expectFailureWithSecret, SECRET } from '../../../support/expect-failure.js';
import { startBrokenServer } from '../../../support/servers/broken-answers.js';
import { type LoopbackServer, refusingPort } from '../../../support/servers/loopback.server.js';
import { thrownBy } from '../../../support/thrown-by.js';

const KEY = new TextEncoder().encode('a key of 256 bits, but for a test');
const OTHER_KEY = new TextEncoder().encode('another key of 256 bits, for a test');

async function refused(
  token: string | Promise<string>,
  options?: JWTVerifyOptions,
  key: Uint8Array | CryptoKey = KEY,
): Promise<unknown> {
  const signed = await token;
  return thrownBy(() => jwtVerify(signed, key, options));
}

function sign(claims: object = {}, issuedAt = new Date()): Promise<string> {
  return new SignJWT({ sub: SECRET, ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuedAt(issuedAt)
    .sign(KEY);
}

/** A token that no library signs. */
const unsigned = (header: object): string =>
  `${base64url.encode(JSON.stringify(header))}.${base64url.encode('{}')}.hunter2`;

const encrypting = (header: object): Promise<string> =>
  new EncryptJWT({}).setProtectedHeader(header as CompactJWEHeaderParameters).encrypt(KEY);

describe('jose', () => {
  it('refusing a token that has expired is TOKEN_EXPIRED, and its claims stay', async () => {
    expectFailureWithSecret(await refused(sign({ exp: 1 })), 'TOKEN_EXPIRED');
  });

  it('refusing a token that is older than maxTokenAge is TOKEN_EXPIRED', async () => {
    const error = await refused(sign({}, new Date(0)), { maxTokenAge: '1h' });
    expectFailureWithSecret(error, 'TOKEN_EXPIRED');
  });

  it.each<[string, JWTVerifyOptions, object]>([
    ['that is not valid yet', {}, { nbf: 9_999_999_999 }],
    ['of another issuer', { issuer: 'us' }, { iss: 'them' }],
    ['for another audience', { audience: 'us' }, {}],
    ['of another subject', { subject: 'someone' }, {}],
    ['without a claim', { requiredClaims: ['org'] }, {}],
    ['of another type', { typ: 'at+jwt' }, {}],
    ['whose exp is no number', {}, { exp: SECRET }],
  ])('refusing a token %s is JWT_ERROR, and its claims stay', async (_name, options, claims) => {
    expectFailureWithSecret(await refused(sign(claims), options), 'JWT_ERROR');
  });

  it.each([
    ['that is no token', 'hunter2'],
    ['of three parts that are none', 'hunter2.hunter2.hunter2'],
    ['that is empty', ''],
    ['without a signature', new UnsecuredJWT({}).encode()],
    ['of a payload that is no object', `${base64url.encode('{"alg":"HS256"}')}..`],
  ])('refusing a token %s is JWT_ERROR', async (_name, token) => {
    expectFailure(await refused(token), 'JWT_ERROR');
  });

  it('refusing a token with another payload is JWT_ERROR', async () => {
    const [header, , signature] = (await sign()).split('.');
    const token = `${header}.${base64url.encode('{"sub":"admin"}')}.${signature}`;
    expectFailure(await refused(token), 'JWT_ERROR');
  });

  it('refusing a token signed with another key is JWT_ERROR', async () => {
    expectFailure(await refused(sign(), {}, OTHER_KEY), 'JWT_ERROR');
  });

  it('refusing a token of an algorithm that is not allowed is JWT_ERROR', async () => {
    expectFailure(await refused(sign(), { algorithms: ['HS512'] }), 'JWT_ERROR');
  });

  it('refusing a token with an extension that is not understood is JWT_ERROR', async () => {
    const token = await new SignJWT({})
      .setProtectedHeader({ alg: 'HS256', crit: ['hunter2'], hunter2: 1 })
      .sign(KEY, { crit: { hunter2: true } });
    expectFailureWithSecret(await refused(token), 'JWT_ERROR');
  });

  it('decrypting a token for another key is JWT_ERROR', async () => {
    const token = await new CompactEncrypt(new TextEncoder().encode('{}'))
      .setProtectedHeader({ alg: 'dir', enc: 'A128CBC-HS256' })
      .encrypt(KEY.slice(0, 32));
    const error = await thrownBy(() => jwtDecrypt(token, OTHER_KEY.slice(0, 32)));
    expectFailure(error, 'JWT_ERROR');
  });

  it('called with a key of the wrong kind is the server’s fault', async () => {
    const { publicKey } = await generateKeyPair('ES256');
    expectFailure(await refused(sign(), {}, publicKey), 'INTERNAL_SERVER_ERROR');
  });

  it.each<[string, () => unknown]>([
    ['signing without a header', () => new SignJWT({}).sign(KEY)],
    [
      'signing by an unknown algorithm',
      () => new SignJWT({}).setProtectedHeader({ alg: 'HS999' }).sign(KEY),
    ],
    ['encrypting without a header', () => new EncryptJWT({}).encrypt(KEY)],
    ['encrypting without an algorithm', () => encrypting({ enc: 'A128CBC-HS256' })],
    ['encrypting without an encryption', () => encrypting({ alg: 'dir' })],
    ['encrypting by an unknown algorithm', () => encrypting({ alg: 'hunter2', enc: 'A128GCM' })],
    ['importing a key of an unknown type', () => importJWK({ kty: 'hunter2' }, 'ES256')],
  ])('called wrongly, %s, is the server’s fault', async (_name, call) => {
    expectFailure(await thrownBy(call), 'INTERNAL_SERVER_ERROR');
  });

  it.each<[string, () => unknown]>([
    ['verifying', () => jwtVerify(unsigned({ alg: 'HS999' }), KEY)],
    [
      'decrypting',
      () => jwtDecrypt(`${unsigned({ alg: 'dir', enc: 'hunter2' })}.hunter2.hunter2`, KEY),
    ],
  ])(
    '%s a token of an unknown algorithm is JWT_ERROR: anybody can send one',
    async (_name, call) => {
      expectFailure(await thrownBy(call), 'JWT_ERROR');
    },
  );

  it.each(['ERR_JWT_EXPIRED', 'ERR_JWS_INVALID', 'ERR_JWKS_TIMEOUT'])(
    'is not what throws an error that merely carries the code %s',
    (code) => {
      const error = Object.assign(new Error('x'), { code, claim: 'exp', reason: 'check_failed' });
      expectFailure(error, 'INTERNAL_SERVER_ERROR');
    },
  );

  describe('with a set of keys', () => {
    let keySet: JSONWebKeySet;
    let token: string;
    let tokenWithoutKid: string;

    beforeAll(async () => {
      const [first, second] = await Promise.all([
        generateKeyPair('ES256'),
        generateKeyPair('ES256'),
      ]);
      keySet = {
        keys: [
          { ...(await exportJWK(first.publicKey)), kid: 'first', alg: 'ES256' },
          { ...(await exportJWK(second.publicKey)), kid: 'second', alg: 'ES256' },
        ],
      };
      const sign = (header: { kid?: string }) =>
        new SignJWT({}).setProtectedHeader({ alg: 'ES256', ...header }).sign(first.privateKey);
      token = await sign({ kid: SECRET });
      tokenWithoutKid = await sign({});
    });

    function refusedBy(keys: JWTVerifyGetKey, signed = token): Promise<unknown> {
      return thrownBy(() => jwtVerify(signed, keys));
    }

    it('that lacks the token’s, says JWT_ERROR', async () => {
      expectFailure(await refusedBy(createLocalJWKSet(keySet)), 'JWT_ERROR');
    });

    it('of which several fit, says JWT_ERROR', async () => {
      expectFailure(await refusedBy(createLocalJWKSet(keySet), tokenWithoutKid), 'JWT_ERROR');
    });

    it('that is none, is the server’s fault', async () => {
      const keys = () => createLocalJWKSet({ keys: [SECRET] } as unknown as JSONWebKeySet);
      expectFailure(await thrownBy(keys), 'INTERNAL_SERVER_ERROR');
    });

    describe('of a server', () => {
      let server: LoopbackServer;

      beforeAll(async () => {
        server = await startBrokenServer((_request, response) =>
          response.end('{"keys":"hunter2"}'),
        );
      });

      afterAll(() => server.stop());

      function remote(path: string, port = server.port): JWTVerifyGetKey {
        const url = new URL(`http://127.0.0.1:${port}${path}`);
        return createRemoteJWKSet(url, { timeoutDuration: 200 });
      }

      it.each([
        ['answers 502', '/html'],
        ['answers no JSON', '/not-json'],
        ['answers no keys', '/no-keys'],
        ['never answers', '/never'],
        ['is cut off midway', '/cut-midway'],
      ])('that %s is the server’s fault', async (_name, path) => {
        expectFailure(await refusedBy(remote(path)), 'INTERNAL_SERVER_ERROR');
      });

      it('that cuts the connection is IO_ERROR', async () => {
        expectFailure(await refusedBy(remote('/cut')), 'IO_ERROR');
      });

      it('that is down is IO_ERROR, and its address stays', async () => {
        const error = await refusedBy(remote('/hunter2', await refusingPort()));
        expect(error).toMatchObject({ message: 'fetch failed' });
        expectFailure(error, 'IO_ERROR');
      });
    });
  });
});
