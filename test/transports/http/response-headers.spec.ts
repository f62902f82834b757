import { ENVELOPE_HEADERS } from '../../../lib/contract/envelope-headers.js';
import { responseHeaders } from '../../../lib/transports/http/response-headers.js';
import type { Translation } from '../../../lib/translation/error-translator.js';

const NOT_FOUND: Translation = { code: 'NOT_FOUND', status: 404 };
const UNAUTHORIZED: Translation = { code: 'UNAUTHORIZED', status: 401 };
const TOO_MANY_REQUESTS: Translation = { code: 'TOO_MANY_REQUESTS', status: 429 };

/** The headers of the answer beyond those of every envelope, on a response that has some already. */
function addedTo(set: Record<string, string>, translation: Translation): Record<string, string> {
  const headers = responseHeaders(translation, {
    header: (name) => set[name],
    headerNames: () => Object.keys(set),
  });
  expect(headers).toMatchObject(ENVELOPE_HEADERS);
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !Object.hasOwn(ENVELOPE_HEADERS, name)),
  );
}

describe('an error response', () => {
  it('has no challenge and no Retry-After of its own', () => {
    expect(addedTo({}, NOT_FOUND)).toEqual({});
    expect(addedTo({ 'retry-after-short': '3' }, NOT_FOUND)).toEqual({});
    expect(addedTo({}, TOO_MANY_REQUESTS)).toEqual({});
  });

  it.each<[string, Record<string, string>, Translation, Record<string, string>]>([
    ['a challenge', {}, UNAUTHORIZED, { 'www-authenticate': 'Bearer' }],
    ['the challenge that was set before', { 'www-authenticate': 'Basic' }, UNAUTHORIZED, {}],
    [
      'the challenge that the error brings',
      {},
      { ...UNAUTHORIZED, headers: { 'WWW-Authenticate': 'DPoP' } },
      { 'www-authenticate': 'DPoP' },
    ],
    [
      'the challenge that the error brings instead of that set before',
      { 'www-authenticate': 'Basic' },
      { ...UNAUTHORIZED, headers: { 'WWW-Authenticate': 'DPoP' } },
      { 'www-authenticate': 'DPoP' },
    ],
  ])('of 401 has %s', (_what, set, translation, added) => {
    expect(addedTo(set, translation)).toEqual(added);
  });

  it('has the headers that the error brings, but none of another body and none that Node refuses', () => {
    const headers = {
      'X-Poll': 'yes',
      'X-List': ['a', 'b'],
      'X-Object': {},
      'X-Split': 'a\r\nb',
      'bad name': 'x',
      'Content-Length': '5',
      Connection: 'upgrade',
    } as unknown as Record<string, string>;
    expect(addedTo({}, { ...NOT_FOUND, headers })).toEqual({
      'x-poll': 'yes',
      'x-list': ['a', 'b'],
    });
  });

  it.each([
    [0, '0'],
    [4.2, '5'],
  ])('has Retry-After in whole seconds for %p', (retryAfter, seconds) => {
    expect(addedTo({ 'retry-after': '60' }, { ...TOO_MANY_REQUESTS, retryAfter })).toEqual({
      'retry-after': seconds,
    });
  });

  it.each<[string, Record<string, string>, string | undefined]>([
    ['the latest of those set', { 'retry-after': '60', 'retry-after-a': '3' }, '60'],
    ['the latest of those with a name', { 'retry-after-a': '3', 'retry-after-b': '9' }, '9'],
    ['whole seconds', { 'retry-after-a': '3.2' }, '4'],
    ['zero', { 'retry-after-a': '0' }, '0'],
    ['no other header', { 'x-retry-after-a': '9', 'retry-after-a': '3', limit: '60' }, '3'],
    ['no date', { 'retry-after': 'Wed, 15 Jan 2025 10:30:00 GMT' }, undefined],
    [
      'no time that is past or never comes',
      { 'retry-after-a': '-1', 'retry-after-b': 'Infinity' },
      undefined,
    ],
  ])('of 429 has for Retry-After %s', (_what, set, seconds) => {
    const expected = seconds === undefined ? {} : { 'retry-after': seconds };
    expect(addedTo(set, TOO_MANY_REQUESTS)).toEqual(expected);
  });
});
