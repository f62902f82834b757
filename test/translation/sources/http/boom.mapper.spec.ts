import { readFileSync } from 'node:fs';
import Boom from '@hapi/boom';
import { expectRefusalAsCause, expectUnknown } from '../../../support/expect-refusal.js';
import { expectFailure, SECRET } from '../../../support/expect-failure.js';
import { nativeRequire } from '../../../support/native-require.js';
import { startHttpServer } from '../../../support/servers/loopback.server.js';
import { thrownBy } from '../../../support/thrown-by.js';

interface Wreck {
  get(url: string, options?: object): Promise<unknown>;
}

const wreck = nativeRequire<Wreck>('@hapi/wreck');

describe('an error of @hapi/boom', () => {
  it('of 4xx is mapped by its status and speaks to the client', () => {
    expectRefusalAsCause(Boom.notFound('No such plan.', { secret: SECRET }), {
      code: 'NOT_FOUND',
      status: 404,
      message: 'No such plan.',
    });
    expectRefusalAsCause(new Boom.Boom('Slow down.', { statusCode: 429 }), {
      code: 'TOO_MANY_REQUESTS',
      status: 429,
      message: 'Slow down.',
    });
  });

  it('keeps its challenge', () => {
    expectRefusalAsCause(Boom.unauthorized('Sign in.', 'Basic', { realm: 'plans' }), {
      code: 'UNAUTHORIZED',
      status: 401,
      message: 'Sign in.',
      headers: { 'WWW-Authenticate': 'Basic realm="plans", error="Sign in."' },
    });
  });

  it('made of another error keeps the text to itself', async () => {
    const error = (await thrownBy(() => readFileSync(`/nowhere/${SECRET}`))) as Error;
    const boom = nativeRequire<typeof Boom>('@hapi/boom').boomify(error, { statusCode: 404 });
    expect(boom.output.payload.message).toContain(SECRET);
    expectRefusalAsCause(boom, { code: 'NOT_FOUND', status: 404 });
  });

  it('of 5xx is an unknown error', () => {
    expectUnknown(Boom.badImplementation(SECRET));
    expectUnknown(Boom.serverUnavailable(SECRET));
  });

  it.each([
    ['a 404', 404, 'application/json', '{}'],
    ['a 401', 401, 'application/json', '{}'],
    ['no JSON', 200, 'text/html', SECRET],
  ])(
    'that @hapi/wreck made of %s is taken for one of simple-oauth2, whose client it is',
    async (_what, status, type, body) => {
      const upstream = await startHttpServer((_request, response) => {
        response.writeHead(status, { 'content-type': type }).end(body);
      });
      const error = await thrownBy(() => wreck.get(upstream.url, { json: 'strict' }));
      await upstream.stop();
      expect(error).toMatchObject({ isBoom: true, isServer: false });
      expectFailure(error, 'OAUTH_ERROR');
    },
  );

  it.each([
    { isBoom: true },
    { isBoom: true, output: {} },
    { isBoom: true, output: { statusCode: '404' } },
    { isBoom: 'true', output: { statusCode: 404 } },
  ])('is not an Error with %j', (properties) => {
    expectUnknown(Object.assign(new Error(SECRET), properties));
  });
});
