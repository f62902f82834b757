import fastify, { type FastifyInstance } from 'fastify';
import fastifyJwt, { type FastifyJWTOptions } from '@fastify/jwt';
import jwt from 'jsonwebtoken';
import { expectFailure, SECRET } from '../../../support/expect-failure.js';
import { translate } from '../../../support/translate.js';

const KEY = 'a key of more than 256 bits, for a test';
const sign = (claims: object, key = KEY) => `Bearer ${jwt.sign({ sub: SECRET, ...claims }, key)}`;

describe('@fastify/jwt', () => {
  const apps: FastifyInstance[] = [];

  afterAll(() => Promise.all(apps.map((app) => app.close())));

  async function refused(
    headers: Record<string, string>,
    options: Partial<FastifyJWTOptions> = {},
    cookies?: Record<string, string | undefined>,
  ): Promise<unknown> {
    const app = fastify();
    apps.push(app);
    await app.register(fastifyJwt, { secret: KEY, ...options } as FastifyJWTOptions);
    // As @fastify/cookie does.
    if (cookies) app.decorateRequest('cookies', { getter: () => cookies });
    let caught: unknown;
    app.get('/', async (request) => request.jwtVerify());
    app.setErrorHandler((error, _request, reply) => {
      caught = error;
      return reply.send();
    });
    await fetch(await app.listen({ host: '127.0.0.1', port: 0 }), { headers });
    return caught;
  }

  it('refusing a token that has expired is TOKEN_EXPIRED', async () => {
    expectFailure(await refused({ authorization: sign({ exp: 1 }) }), 'TOKEN_EXPIRED');
  });

  it.each([
    ['that is no token', `Bearer ${SECRET}`],
    ['of three parts that are none', 'Bearer hunter2.hunter2.hunter2'],
    ['signed with another key', sign({}, 'another key of more than 256 bits')],
    ['without a signature', `Bearer ${jwt.sign({}, '', { algorithm: 'none' })}`],
    ['that is not valid yet', sign({ nbf: 9_999_999_999 })],
  ])('refusing a token %s is JWT_ERROR', async (_name, authorization) => {
    expectFailure(await refused({ authorization }), 'JWT_ERROR');
  });

  it('refusing a token that the application does not trust is JWT_ERROR', async () => {
    const error = await refused({ authorization: sign({}) }, { trusted: () => false });
    expectFailure(error, 'JWT_ERROR');
  });

  it.each<[string, Record<string, string>, Partial<FastifyJWTOptions>]>([
    ['without a header', {}, {}],
    ['of another scheme', { authorization: 'Basic hunter2' }, {}],
    ['of another format', { authorization: 'Bearer of hunter2' }, {}],
    [
      'without a token where the application looks',
      {},
      { verify: { extractToken: () => undefined } },
    ],
  ])('refusing a request %s is UNAUTHORIZED', async (_name, headers, options) => {
    expectFailure(await refused(headers, options), 'UNAUTHORIZED');
  });

  it('refusing a request without a cookie is UNAUTHORIZED', async () => {
    const error = await refused({}, { cookie: { cookieName: 'token', signed: false } }, {});
    expect(error).toMatchObject({ code: 'FST_JWT_NO_AUTHORIZATION_IN_COOKIE' });
    expectFailure(error, 'UNAUTHORIZED');
  });

  it('looking for a cookie that nothing has read is the server’s fault', async () => {
    const error = await refused({}, { cookie: { cookieName: 'token', signed: false } });
    expectFailure(error, 'INTERNAL_SERVER_ERROR');
  });

  it.each(['FST_JWT_AUTHORIZATION_TOKEN_EXPIRED', 'FAST_JWT_MISSING_SIGNATURE'])(
    'is not what throws an error that merely carries the code %s',
    (code) => {
      const error = Object.assign(new Error('x'), { code, statusCode: 403 });
      expect(['TOKEN_EXPIRED', 'JWT_ERROR']).not.toContain(translate(error).code);
    },
  );
});
