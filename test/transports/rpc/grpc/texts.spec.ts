import type { ServiceError } from '@grpc/grpc-js';
import { AuthOsErrorCode, AuthOsException } from 'nestjs-authos-errors';
import { decodeAuthOsPayload } from 'nestjs-authos-errors/client';
import { answerTo } from './answer-to.js';
import { expectStatus, trailersOf } from './expect-status.js';
import { statusDetails } from './status-details.js';

/** What many clients and proxies accept of trailers is twice as much. */
const MAX_SIZE = 4096;

const LONG = [
  ['letters', 'a'.repeat(100_000)],
  ['blanks between letters', 'a '.repeat(50_000)],
  ['percent signs', '%'.repeat(100_000)],
  ['Cyrillic', 'ж'.repeat(100_000)],
  ['Chinese', '错误'.repeat(50_000)],
  ['Chinese of a thousand characters', '错误'.repeat(500)],
  ['emoji', '🦉'.repeat(50_000)],
  ['emoji after a letter', `a${'🦉'.repeat(50_000)}`],
] as const;

describe('a long text', () => {
  it.each(LONG)('arrives cut between two characters: %s', async (_name, text) => {
    const { error } = await sent(text, 200_000);
    const details = error!.details;
    expect(details.endsWith('…')).toBe(true);
    expect(text.startsWith(details.slice(0, -1))).toBe(true);
    expect(details.isWellFormed()).toBe(true);
    expectStatus(error, { code: 'NOT_FOUND', text: details });
    const size = sizeOf(error!);
    expect(size).toBeLessThanOrEqual(MAX_SIZE);
    expect(size).toBeGreaterThan(MAX_SIZE * 0.8);
  });
});

describe('a text arrives as it is', () => {
  it.each([
    ['umlauts', 'Über alle Maßen schön.'],
    ['Chinese', '没有名为 gold 的套餐。'],
    ['emoji', 'No such plan 🦉👩‍👩‍👧.'],
    ['what a URL has', '100% of a/b?c=d&e#f %23 %zz'],
    ['quotation marks', `"it's" \\ <b>`],
    ['what fits', 'ж'.repeat(400)],
    ['2,000 letters', 'a'.repeat(1500)],
  ])('%s', async (_name, text) => {
    expectStatus((await sent(text)).error, { code: 'NOT_FOUND', text });
  });
});

it('a text that breaks a line or a character is mended', async () => {
  const { error } = await sent('No\r\nplan \uD83E.');
  expectStatus(error, { code: 'NOT_FOUND', text: 'No  plan \uFFFD.' });
});

it('a text is cut by the option first', async () => {
  const { error } = await sent('There is no plan gold.', 10);
  expectStatus(error, { code: 'NOT_FOUND', text: 'There is …' });
});

describe('when to try again', () => {
  it.each([
    [0, 0],
    [0.2, 1],
    [127, 127],
    [128, 128],
    [5_000_000_000, 5_000_000_000],
  ])('%s seconds are said as %s', async (retryAfter, expected) => {
    const { error } = await answerTo(
      () => new AuthOsException('IO_ERROR', 'Down.', { retryAfter }),
    );
    expectStatus(error, { code: 'IO_ERROR', text: 'Down.', retryAfter: expected });
  });

  it('is said in details with the longest duration that protobuf has', async () => {
    const retryAfter = Number.MAX_SAFE_INTEGER;
    const { error } = await answerTo(() => new AuthOsException('IO_ERROR', '', { retryAfter }));
    const trailers = trailersOf(error);
    expect(trailers['authos-retry-after']).toBe('9007199254740991');
    expect(statusDetails(trailers['grpc-status-details-bin'] as Buffer)).toMatchObject({
      'google.rpc.RetryInfo': { retryDelay: { seconds: 315_576_000_000 } },
    });
  });
});

it('the door for clients reads the whole of it', async () => {
  const { error } = await answerTo(
    () => new AuthOsException('TOO_MANY_REQUESTS', 'Slow down.', { retryAfter: 5 }),
  );
  expect(decodeAuthOsPayload(error)).toEqual({
    kind: 'known-code',
    code: 'TOO_MANY_REQUESTS',
    error: 'Slow down.',
    timestamp: expect.any(String),
    status: 429,
    retryAfter: 5,
    isRetryable: true,
  });
});

it.each(Object.values(AuthOsErrorCode))('%s has its status and its reason', async (code) => {
  const { error } = await answerTo(() => new AuthOsException(code));
  expectStatus(error, { code });
});

function sent(text: string, maxMessageLength?: number) {
  return answerTo(() => new AuthOsException('NOT_FOUND', text), { maxMessageLength });
}

/** Of what grows with the text. */
function sizeOf(error: ServiceError): number {
  const bytes = trailersOf(error)['grpc-status-details-bin'] as Buffer;
  return encodeURI(error.details).length + bytes.toString('base64').length;
}
