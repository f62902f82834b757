import {
  Controller,
  Get,
  INestApplication,
  NotFoundException,
  ServiceUnavailableException,
  UnauthorizedException,
} from '@nestjs/common';
import { AuthOsErrorsModule } from 'nestjs-authos-errors';
import { authOsError } from 'nestjs-authos-errors/testing';
import request from 'supertest';
import { PLATFORMS, startApp } from '../support/start-app.js';

@Controller('plans')
class PlansController {
  @Get('gold')
  gold(): never {
    throw new NotFoundException('There is no plan gold.');
  }

  @Get('closed')
  closed(): never {
    throw new ServiceUnavailableException();
  }

  @Get('mine')
  mine(): never {
    throw new UnauthorizedException();
  }
}

describe.each(PLATFORMS)('authOsError with supertest on %s', (platform) => {
  let app: INestApplication;
  let url: string;

  beforeAll(async () => {
    ({ app, url } = await startApp(platform, {
      imports: [AuthOsErrorsModule.forRoot({ httpStatus: 'preserve' })],
      controllers: [PlansController],
    }));
  });

  afterAll(() => app.close());

  it.each([undefined, 'There is no plan gold.', /gold/, /^there/giy])(
    'lets the answer of its code pass, with the text %s',
    async (error) => {
      const response = await request(url)
        .get('/plans/gold')
        .expect(authOsError('NOT_FOUND', { error }));
      expect(response.status).toBe(404);
    },
  );

  it('lets the answer pass whose status the application preserves', async () => {
    const check = authOsError('INTERNAL_SERVER_ERROR', { status: 503 });
    const response = await request(url).get('/plans/closed').expect(check);
    expect(response.status).toBe(503);
  });

  it('fails the request of another code, and names each point that differs', async () => {
    const check = authOsError('FORBIDDEN', { error: 'No.' });
    const response = await request(url).get('/plans/gold');
    await expect(request(url).get('/plans/gold').expect(check)).rejects.toThrow(
      `The response is not the AuthOS answer FORBIDDEN:
  status
    expected: 403
    received: 404
  error_code
    expected: FORBIDDEN
    received: NOT_FOUND
  error
    expected: No.
    received: There is no plan gold.

received: 404, application/json; charset=utf-8
${response.text.slice(0, -22)}`,
    );
  });
});

const HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
};
const ENVELOPE = { error: 'No.', error_code: 'UNAUTHORIZED', timestamp: '2025-01-15T10:30:00Z' };
const CHALLENGE = { ...HEADERS, 'www-authenticate': 'Bearer' };

/** The points that the check of UNAUTHORIZED names for a response. */
function pointsOf(body: unknown, headers: object = CHALLENGE, status = 401): string[] {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  try {
    authOsError('UNAUTHORIZED')({ status, headers, text });
  } catch (error) {
    return Array.from((error as Error).message.matchAll(/^ {2}(\S+)$/gm), ([, point]) => point!);
  }
  return [];
}

describe('authOsError', () => {
  it('lets an answer pass that is as the contract has it', () => {
    expect(pointsOf(ENVELOPE)).toEqual([]);
  });

  it.each<[string, string[], ...Parameters<typeof pointsOf>]>([
    ['another status', ['status'], ENVELOPE, CHALLENGE, 400],
    [
      'no headers',
      ['content-type', 'cache-control', 'x-content-type-options', 'www-authenticate'],
      ENVELOPE,
      {},
    ],
    [
      'another content type',
      ['content-type'],
      ENVELOPE,
      { ...CHALLENGE, 'content-type': 'application/json' },
    ],
    ['an ETag', ['etag'], ENVELOPE, { ...CHALLENGE, etag: '"1"' }],
    ['no challenge', ['www-authenticate'], ENVELOPE, HEADERS],
    ['a page of HTML', ['body'], '<html>'],
    ['nothing', ['body'], ''],
    ['an array', ['body'], [ENVELOPE]],
    ['null', ['body'], null],
    ['a further member', ['members'], { ...ENVELOPE, path: '/' }],
    ['another order', ['members'], Object.fromEntries(Object.entries(ENVELOPE).toReversed())],
    ['a missing member', ['members', 'timestamp'], { ...ENVELOPE, timestamp: undefined }],
    ['no text', ['error'], { ...ENVELOPE, error: '' }],
    ['a text with control characters', ['error'], { ...ENVELOPE, error: 'a\u001Bb' }],
    ['a text with half a character', ['error'], { ...ENVELOPE, error: '\uD800' }],
    ['another code', ['error_code'], { ...ENVELOPE, error_code: 'JWT_ERROR' }],
    ['an unknown code', ['error_code'], { ...ENVELOPE, error_code: 'TEAPOT' }],
    ['milliseconds', ['timestamp'], { ...ENVELOPE, timestamp: '2025-01-15T10:30:00.000Z' }],
    ['an offset', ['timestamp'], { ...ENVELOPE, timestamp: '2025-01-15T10:30:00+00:00' }],
    ['no such month', ['timestamp'], { ...ENVELOPE, timestamp: '2025-13-15T10:30:00Z' }],
  ])('names what is wrong with an answer with %s', (_name, points, ...answer) => {
    expect(pointsOf(...answer)).toEqual(points);
  });

  it('shows the first 500 characters of what was received', () => {
    const response = { status: 502, headers: {}, text: 'x'.repeat(501) };
    expect(() => authOsError('IO_ERROR')(response)).toThrow(
      `received: 502, no content-type\n${'x'.repeat(500)}…`,
    );
  });

  it.each<[string, () => unknown, string | RegExp]>([
    [
      'a code that does not exist',
      // @ts-expect-error it is a compile error
      () => authOsError('TEAPOT'),
      /^authOsError: the code is 'TEAPOT'; it takes one of UNAUTHORIZED, TOKEN_EXPIRED, /,
    ],
    [
      'an option that does not exist',
      // @ts-expect-error it is a compile error
      () => authOsError('NOT_FOUND', { message: 'x' }),
      "authOsError: unknown option 'message'; the options are error, status",
    ],
    [
      'options that are none',
      // @ts-expect-error it is a compile error
      () => authOsError('NOT_FOUND', 'x'),
      "authOsError: the options are 'x'; they take an object",
    ],
    [
      'a text that is none',
      // @ts-expect-error it is a compile error
      () => authOsError('NOT_FOUND', { error: 5 }),
      'authOsError: option error is 5; it takes a string or a RegExp',
    ],
    [
      'a status that is no error',
      () => authOsError('NOT_FOUND', { status: 200 }),
      'authOsError: option status is 200; it takes a status from 400 to 599',
    ],
  ])('refuses %s', (_name, call, text) => {
    expect(call).toThrow(TypeError);
    expect(call).toThrow(text);
  });
});
