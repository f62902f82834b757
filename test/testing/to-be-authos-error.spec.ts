import type { Server } from 'node:http';
import { Controller, Get, type INestApplication, NotFoundException } from '@nestjs/common';
import axios from 'axios';
import { AuthOsErrorsModule } from 'nestjs-authos-errors';
import { type AuthOsErrorMatchers, toBeAuthOsError } from 'nestjs-authos-errors/testing';
import request from 'supertest';
import { nativeRequire } from '../support/native-require.js';
import { PLATFORMS, startApp } from '../support/start-app.js';
import { thrownBy } from '../support/thrown-by.js';

declare global {
  // The matchers of @types/jest are to be found here.
  namespace jest {
    interface Matchers<R, T> extends AuthOsErrorMatchers<R, T> {}
  }
}

type Inject = (
  dispatch: (request: unknown, response: unknown) => void,
  path: string,
) => Promise<unknown>;

/** What Fastify's inject is made of. */
const inject = nativeRequire<Inject>('light-my-request');

expect.extend({ toBeAuthOsError });

@Controller('plans')
class PlansController {
  @Get('gold')
  gold(): never {
    throw new NotFoundException('There is no plan gold.');
  }

  @Get('free')
  free(): object {
    return { tier: 'free' };
  }
}

describe.each(PLATFORMS)('toBeAuthOsError on %s', (platform) => {
  let app: INestApplication;
  let url: string;

  beforeAll(async () => {
    ({ app, url } = await startApp(platform, {
      imports: [AuthOsErrorsModule],
      controllers: [PlansController],
    }));
  });

  afterAll(() => app.close());

  const CLIENTS: Record<string, (path: string) => Promise<unknown>> = {
    supertest: async (path) => await request(url).get(path),
    axios: (path) => axios.get(url + path, { validateStatus: () => true }),
    'axios with the text': (path) =>
      axios.get(url + path, {
        validateStatus: () => true,
        transformResponse: (text) => text as string,
      }),
    'a parsed body': async (path) => await (await fetch(url + path)).json(),
  };

  it.each(Object.keys(CLIENTS))('takes what %s received', async (client) => {
    const gold = await CLIENTS[client]!('/plans/gold');
    expect(gold).toBeAuthOsError('NOT_FOUND');
    expect(gold).toBeAuthOsError('NOT_FOUND', { error: /gold/ });
    expect(gold).not.toBeAuthOsError('NOT_FOUND', { error: /silver/ });
    expect(gold).not.toBeAuthOsError('FORBIDDEN');
    expect(await CLIENTS[client]!('/plans/free')).not.toBeAuthOsError('NOT_FOUND');
  });

  it('takes what fetch received, and is to be awaited', async () => {
    const gold = await fetch(`${url}/plans/gold`);
    await expect(gold).toBeAuthOsError('NOT_FOUND', { error: /gold/ });
    await expect(gold).not.toBeAuthOsError('NOT_FOUND', { error: /silver/ });
    await expect(gold).not.toBeAuthOsError('FORBIDDEN');
    await expect(await fetch(`${url}/plans/free`)).not.toBeAuthOsError('NOT_FOUND');
  });

  it('leaves the body of a fetch response to the test', async () => {
    const response = await fetch(`${url}/plans/gold`);
    await expect(response).toBeAuthOsError('NOT_FOUND');
    expect(await response.json()).toBeAuthOsError('NOT_FOUND');
    expect(await thrownBy(() => expect(response).toBeAuthOsError('NOT_FOUND'))).toEqual(
      new TypeError(
        'toBeAuthOsError: the body of the response was read before; it takes a response that is not read yet, or the parsed body',
      ),
    );
  });

  it('works on what resolves', async () => {
    await expect(fetch(`${url}/plans/gold`)).resolves.toBeAuthOsError('NOT_FOUND');
  });

  it('says what differs', async () => {
    const failure = await thrownBy(async () =>
      expect(await fetch(`${url}/plans/gold`)).toBeAuthOsError('GENERIC_ERROR'),
    );
    expect((failure as Error).message).toMatch(
      /^This is not the AuthOS answer GENERIC_ERROR:\n {2}status\n {4}expected: 500\n {4}received: 404\n {2}error_code\n {4}expected: GENERIC_ERROR\n {4}received: NOT_FOUND\n\nreceived: 404, application\/json; charset=utf-8\n\{"error":"There is no plan gold\."/,
    );
  });
});

it("takes what Fastify's inject received", async () => {
  const { app } = await startApp('fastify', {
    imports: [AuthOsErrorsModule],
    controllers: [PlansController],
  });
  const server: Server = app.getHttpServer();
  const response = await inject(
    (...exchange) => server.emit('request', ...exchange),
    '/plans/gold',
  );
  await app.close();
  expect(response).toBeAuthOsError('NOT_FOUND', { error: 'There is no plan gold.' });
  expect(response).not.toBeAuthOsError('BAD_REQUEST');
});

describe('toBeAuthOsError', () => {
  const ENVELOPE = {
    error: 'There is no plan gold.',
    error_code: 'NOT_FOUND',
    timestamp: '2025-01-15T10:30:00Z',
  };

  it('has a message of its own for what should not have been', async () => {
    const failure = await thrownBy(() => expect(ENVELOPE).not.toBeAuthOsError('NOT_FOUND'));
    expect((failure as Error).message).toBe(
      `This is the AuthOS answer NOT_FOUND.\n\nreceived: a body\n${JSON.stringify(ENVELOPE)}`,
    );
  });

  describe.each([
    ['a gateway or a microservice', (members: object) => ({ error: 'A text.', ...members })],
    ['GraphQL', (members: object) => ({ message: 'A text.', path: [], extensions: members })],
    [
      'gRPC',
      ({ error_code, timestamp, retry_after }: Record<string, string | number>) => ({
        details: 'A text.',
        metadata: new Headers({
          'authos-error-code': String(error_code),
          'authos-timestamp': String(timestamp),
          ...(retry_after !== undefined && { 'authos-retry-after': String(retry_after) }),
        }),
      }),
    ],
  ])('takes an error of %s', (_transport, errorOf) => {
    const members = { error_code: 'NOT_FOUND', timestamp: ENVELOPE.timestamp };

    it.each<Record<string, number>>([{}, { retry_after: 5 }])('with %j', (hint) => {
      const error = errorOf({ ...members, ...hint });
      expect(error).toBeAuthOsError('NOT_FOUND', { error: 'A text.' });
      expect(error).not.toBeAuthOsError('BAD_REQUEST');
      expect(error).not.toBeAuthOsError('NOT_FOUND', { error: 'Another text.' });
    });
  });

  it('takes no hint that is no whole number', () => {
    expect({ ...ENVELOPE, retry_after: 'soon' }).not.toBeAuthOsError('NOT_FOUND');
  });

  it.each([undefined, null, 'NOT_FOUND', 404, Promise.resolve(ENVELOPE)])(
    'refuses %p, also for what should not be',
    (received) => {
      expect(() => expect(received).not.toBeAuthOsError('NOT_FOUND')).toThrow(
        /^toBeAuthOsError: what was received is .*; it takes a response of supertest, light-my-request, axios or fetch, the parsed body of a response, or an error of another transport$/,
      );
    },
  );

  it('refuses a code and an option that do not exist', () => {
    // @ts-expect-error it is a compile error
    expect(() => expect(ENVELOPE).not.toBeAuthOsError('TEAPOT')).toThrow(
      /^toBeAuthOsError: the code is 'TEAPOT'/,
    );
    // @ts-expect-error it is a compile error
    expect(() => expect(ENVELOPE).not.toBeAuthOsError('NOT_FOUND', { text: '' })).toThrow(
      /^toBeAuthOsError: unknown option 'text'/,
    );
  });
});
