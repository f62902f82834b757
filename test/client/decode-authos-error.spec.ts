import { Controller, Get, HttpStatus, Param } from '@nestjs/common';
import { AUTHOS_ERRORS, AuthOsErrorsModule, AuthOsException } from 'nestjs-authos-errors';
import { AuthOsErrorCode, decodeAuthOsError } from 'nestjs-authos-errors/client';
import { PLATFORMS, type RunningApp, startApp } from '../support/start-app.js';

const CODES = Object.values(AuthOsErrorCode);
const RETRYABLE: readonly AuthOsErrorCode[] = [
  'TOO_MANY_REQUESTS',
  'DEVICE_CODE_PENDING',
  'DATABASE_ERROR',
  'OAUTH_ERROR',
  'STRIPE_ERROR',
  'IO_ERROR',
];

@Controller()
class CodesController {
  @Get('codes/:code')
  fail(@Param('code') code: AuthOsErrorCode): never {
    throw new AuthOsException(code);
  }

  @Get('later')
  later(): never {
    throw new AuthOsException('BAD_REQUEST', 'Not yet.', { retryAfter: 7 });
  }
}

describe.each(PLATFORMS)('decodeAuthOsError with fetch, on %s', (platform) => {
  let running: RunningApp;

  beforeAll(async () => {
    running = await startApp(platform, {
      imports: [AuthOsErrorsModule],
      controllers: [CodesController],
    });
  });
  afterAll(() => running.app.close());

  it.each(CODES)('reads %s', async (code) => {
    const { status, message } = AUTHOS_ERRORS[code];
    expect(await decodeAuthOsError(await fetch(`${running.url}/codes/${code}`))).toEqual({
      kind: 'known-code',
      code,
      status,
      error: message,
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      retryAfter: undefined,
      isRetryable: RETRYABLE.includes(code),
    });
  });

  it('reads the seconds of Retry-After, which makes any code worth another try', async () => {
    expect(await decodeAuthOsError(await fetch(`${running.url}/later`))).toMatchObject({
      code: 'BAD_REQUEST',
      retryAfter: 7,
      isRetryable: true,
    });
  });

  it('rejects as fetch does for a body that was read before', async () => {
    const response = await fetch(`${running.url}/later`);
    await response.text();
    await expect(decodeAuthOsError(response)).rejects.toThrow(/^Body is unusable/);
  });
});

describe('decodeAuthOsError', () => {
  const ENVELOPE = { error: 'No.', error_code: 'NOT_FOUND', timestamp: '2025-01-15T10:30:00Z' };

  it('keeps a code that it does not know, of a newer server', async () => {
    const body = { ...ENVELOPE, error_code: 'QUOTA_EXCEEDED', timestamp: '2025-01-15T10:30:00.5Z' };
    expect(await decodeAuthOsError(Response.json(body, { status: 402 }))).toEqual({
      kind: 'unknown-code',
      code: 'QUOTA_EXCEEDED',
      status: 402,
      error: 'No.',
      timestamp: '2025-01-15T10:30:00.5Z',
      retryAfter: undefined,
      isRetryable: false,
    });
  });

  it.each(['constructor', '__proto__', 'toString'])('does not know the code %s', async (code) => {
    const response = Response.json({ ...ENVELOPE, error_code: code }, { status: 400 });
    expect(await decodeAuthOsError(response)).toMatchObject({ kind: 'unknown-code', code });
  });

  it.each([
    ['the HTML of a proxy', '<html><title>502 Bad Gateway</title></html>'],
    ['nothing', ''],
    ['null', 'null'],
    ['an array', '[]'],
    ['the error of another application', '{"statusCode":502,"message":"Bad Gateway"}'],
    ['an envelope with a number for a code', '{"error":"No.","error_code":4,"timestamp":"now"}'],
  ])('takes %s for no envelope and keeps the body', async (_name, body) => {
    expect(await decodeAuthOsError(new Response(body, { status: 502 }))).toEqual({
      kind: 'not-an-envelope',
      code: undefined,
      status: 502,
      body,
      retryAfter: undefined,
      isRetryable: true,
    });
  });

  it.each([408, 425, 429, 502, 503, 504])('holds status %i worth another try', async (status) => {
    const envelope = Response.json(ENVELOPE, { status });
    expect(await decodeAuthOsError(envelope)).toMatchObject({ isRetryable: true });
  });

  it.each([400, 401, 404, 500, 501])(
    'does not hold status %i worth another try',
    async (status) => {
      expect(await decodeAuthOsError(new Response('', { status }))).toMatchObject({
        isRetryable: false,
      });
    },
  );

  it.each([
    ['0', 0],
    ['120', 120],
    ['Fri, 31 Dec 1999 23:59:59 GMT', 0],
    ['Friday, 31-Dec-99 23:59:59 GMT', 0],
    ['Fri Dec 31 23:59:59 1999', 0],
    ['Fri Dec 31 23:59:59 1999 CET', undefined],
    ['', undefined],
    ['-5', undefined],
    ['1.5', undefined],
    ['soon', undefined],
    ['Fri, 99 Foo 1999 23:59:59 GMT', undefined],
    ['9'.repeat(400), undefined],
  ])('reads Retry-After: %s as %s', async (header, retryAfter) => {
    const response = new Response('', { status: 500, headers: { 'retry-after': header } });
    expect(await decodeAuthOsError(response)).toMatchObject({
      retryAfter,
      isRetryable: retryAfter !== undefined,
    });
  });

  it('reads Retry-After with a date as the seconds until then', async () => {
    const headers = { 'retry-after': new Date(Date.now() + 60_000).toUTCString() };
    const { retryAfter } = await decodeAuthOsError(
      new Response('', { status: HttpStatus.SERVICE_UNAVAILABLE, headers }),
    );
    expect(retryAfter).toBeGreaterThan(55);
    expect(retryAfter).toBeLessThanOrEqual(60);
  });
});
