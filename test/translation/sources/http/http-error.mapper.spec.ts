import createError from 'http-errors';
import fastify from 'fastify';
import request from 'supertest';
import { translate } from '../../../support/translate.js';

describe('an error of http-errors', () => {
  it('of 4xx is mapped by its status and speaks to the client', () => {
    expect(translate(createError(404, 'No such file.'))).toMatchObject({
      code: 'NOT_FOUND',
      status: 404,
      message: 'No such file.',
    });
  });

  it('keeps its status with httpStatus preserve', () => {
    expect(translate(createError(413), { httpStatus: 'preserve' })).toMatchObject({
      code: 'BAD_REQUEST',
      status: 413,
    });
  });

  it('of 5xx does not speak to the client', () => {
    expect(translate(createError(502, 'secret'))).toMatchObject({
      code: 'INTERNAL_SERVER_ERROR',
      message: undefined,
    });
  });

  it('that is not exposed does not speak to the client', () => {
    expect(translate(createError(404, 'secret', { expose: false })).message).toBeUndefined();
  });

  it('whose text is none has the default text', () => {
    const error = Object.assign(createError(404), { message: 7 });
    expect(translate(error)).toMatchObject({ code: 'NOT_FOUND', message: undefined });
  });

  it('of a body parser does not quote the body', () => {
    const error = createError(400, 'secret', { type: 'entity.parse.failed' });
    expect(translate(error)).toMatchObject({ code: 'BAD_REQUEST', message: undefined });
  });

  it.each([
    { statusCode: 401 },
    { status: 401 },
    { status: 404, statusCode: 404 },
    { expose: true, status: 404, statusCode: 401 },
    { expose: true, statusCode: 404 },
    { expose: true, status: '404', statusCode: '404' },
    { code: 'FST_ERR_VALIDATION' },
    { code: 'FST', statusCode: 400 },
  ])('is not an Error that merely carries %j', (properties) => {
    const error = Object.assign(new Error('secret'), properties);
    expect(translate(error)).toMatchObject({
      code: 'INTERNAL_SERVER_ERROR',
      status: 500,
      message: undefined,
    });
  });
});

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
    expect(translate(error)).toMatchObject({ code: 'BAD_REQUEST', message: undefined });
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
