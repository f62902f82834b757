import { All, Controller, Headers, type INestApplication, Param } from '@nestjs/common';
import {
  AuthOsErrorsModule,
  AuthOsException,
  type AuthOsErrorCode,
  type AuthOsExceptionOptions,
} from 'nestjs-authos-errors';
import { thrownBy } from '../support/thrown-by.js';
import { PLATFORMS, startApp } from '../support/start-app.js';
import { ApiError, apiFetch, type Session } from './api-fetch.js';

type Failure = [code: AuthOsErrorCode, options?: AuthOsExceptionOptions];

/** What the server throws, request by request, before it answers. */
let failures: Failure[] = [];
let requests: string[] = [];

@Controller()
class FailingController {
  @All(':id')
  read(@Param('id') id: string, @Headers('authorization') authorization: string): string {
    requests.push(authorization);
    const [code, options] = failures.shift() ?? [];
    if (code) throw new AuthOsException(code, undefined, options);
    return id;
  }
}

describe.each(PLATFORMS)('apiFetch on %s', (platform) => {
  let app: INestApplication;
  let url: string;
  let session: Session;
  let waits: number[];

  beforeAll(async () => {
    ({ app, url } = await startApp(platform, {
      imports: [AuthOsErrorsModule],
      controllers: [FailingController],
    }));
  });

  afterAll(() => app.close());

  beforeEach(() => {
    failures = [];
    requests = [];
    waits = [];
    session = {
      accessToken: 'old',
      refresh: async () => {
        session.accessToken = await Promise.resolve('new');
      },
    };
  });

  const call = (init?: RequestInit): Promise<Response> =>
    apiFetch(session, `${url}/plan`, init, async (seconds) => waits.push(seconds));

  it('refreshes an expired token and asks again, whatever the method', async () => {
    failures = [['TOKEN_EXPIRED']];
    const response = await call({ method: 'POST' });
    expect(await response.text()).toBe('plan');
    expect({ requests, waits }).toEqual({ requests: ['Bearer old', 'Bearer new'], waits: [] });
  });

  it('gives up where the new token has expired, too', async () => {
    failures = [['TOKEN_EXPIRED'], ['TOKEN_EXPIRED']];
    expect(await thrownBy(() => call())).toMatchObject({
      message: 'The access token has expired.',
      details: { kind: 'known-code', code: 'TOKEN_EXPIRED', status: 401 },
    });
    expect(requests).toHaveLength(2);
  });

  it('waits for as long as the server asks, and longer each time where it does not', async () => {
    failures = [['TOO_MANY_REQUESTS', { retryAfter: 7 }], ['DATABASE_ERROR'], ['IO_ERROR']];
    expect((await call()).status).toBe(200);
    expect(waits).toEqual([7, 4, 8]);
  });

  it.each<[string, Failure[], RequestInit, number]>([
    ['that stays', Array<Failure>(9).fill(['DATABASE_ERROR']), {}, 4],
    ['of a request that may not be repeated', [['DATABASE_ERROR']], { method: 'POST' }, 1],
    ['with a long wait', [['TOO_MANY_REQUESTS', { retryAfter: 3600 }]], {}, 1],
    ['that is final', [['NOT_FOUND']], {}, 1],
  ])('throws an error %s', async (_name, thrown, init, count) => {
    failures = [...thrown];
    expect(await thrownBy(() => call(init))).toBeInstanceOf(ApiError);
    expect(requests).toHaveLength(count);
  });
});
