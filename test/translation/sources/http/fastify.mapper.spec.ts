import createFastifyError from '@fastify/error';
import { fastify } from 'fastify';
import request from 'supertest';
import { expectRefusalAsCause, expectUnknown } from '../../../support/expect-refusal.js';
import { SECRET } from '../../../support/expect-failure.js';
import { translate } from '../../../support/translate.js';

describe('an error of Fastify', () => {
  it('says what its schema validation found', async () => {
    const error = await thrownBy({ age: 'x' });
    expect(translate(error)).toMatchObject({
      code: 'BAD_REQUEST',
      status: 400,
      message: 'body/age must be integer',
    });
  });

  it('has the default text otherwise', async () => {
    const error = await thrownBy('{');
    expect(error).toMatchObject({ code: 'FST_ERR_CTP_INVALID_JSON_BODY' });
    expectRefusalAsCause(error, { code: 'BAD_REQUEST', status: 400 });
  });
});

describe('an error made with @fastify/error', () => {
  it.each([
    ['FST_REQ_FILE_TOO_LARGE', 413, 'BAD_REQUEST'],
    ['FST_CSRF_INVALID_TOKEN', 403, 'FORBIDDEN'],
    ['FST_BASIC_AUTH_MISSING_OR_BAD_AUTHORIZATION_HEADER', 401, 'UNAUTHORIZED'],
    ['FST_UNDER_PRESSURE', 503, 'INTERNAL_SERVER_ERROR'],
    ['PLAN_SOLD_OUT', 409, 'DUPLICATE_CONSTRAINT'],
    ['TOO_FAST', 429, 'TOO_MANY_REQUESTS'],
  ] as const)('with %s is mapped by its status %i', (name, status, code) => {
    const FastifyError = createFastifyError(name, SECRET, status);
    expectRefusalAsCause(new FastifyError(), { code, status });
  });

  it.each([
    { code: 'FST_ERR_VALIDATION' },
    { code: 'FST', statusCode: 400 },
    { code: 'EFST_', statusCode: 400 },
    { code: 400, statusCode: 400, name: 'FastifyError' },
    { statusCode: 400, name: 'FastifyError' },
    { code: 'FST_JWT', statusCode: '400', name: 'FastifyError' },
  ])('is not an Error that merely carries %j', (properties) => {
    expectUnknown(Object.assign(new Error(SECRET), properties));
  });
});

async function thrownBy(payload: object | string): Promise<unknown> {
  const app = fastify();
  let thrown: unknown;
  app.setErrorHandler((error, _request, reply) => {
    thrown = error;
    return reply.send('');
  });
  const schema = { body: { type: 'object', properties: { age: { type: 'integer' } } } };
  app.post('/', { schema }, () => '');
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  await request(url).post('/').type('json').send(payload);
  await app.close();
  return thrown;
}
