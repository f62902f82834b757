import { AUTHOS_ERRORS } from 'nestjs-authos-errors';
import { AuthOsErrorCode, decodeAuthOsPayload } from 'nestjs-authos-errors/client';

const TIMESTAMP = '2026-11-27T10:30:00Z';
const PENDING = {
  kind: 'known-code',
  code: 'DEVICE_CODE_PENDING',
  status: 400,
  error: 'Approve the sign-in.',
  timestamp: TIMESTAMP,
  retryAfter: 5,
  isRetryable: true,
};
const MEMBERS = { error_code: 'DEVICE_CODE_PENDING', timestamp: TIMESTAMP, retry_after: 5 };

function metadataOf(values: Readonly<Record<string, string>>): { get(name: string): string[] } {
  return { get: (name) => (Object.hasOwn(values, name) ? [values[name]!] : []) };
}

describe('decodeAuthOsPayload', () => {
  it.each([
    ['a gateway or a microservice', { error: 'Approve the sign-in.', ...MEMBERS }],
    [
      'GraphQL',
      {
        message: 'Approve the sign-in.',
        path: ['device'],
        extensions: { code: 'DEVICE_CODE_PENDING', ...MEMBERS },
      },
    ],
    [
      'gRPC',
      Object.assign(new Error('9 FAILED_PRECONDITION: Approve the sign-in.'), {
        code: 9,
        details: 'Approve the sign-in.',
        metadata: metadataOf({
          'authos-error-code': 'DEVICE_CODE_PENDING',
          'authos-timestamp': TIMESTAMP,
          'authos-retry-after': '5',
        }),
      }),
    ],
  ])('reads the answer of %s', (_transport, payload) => {
    expect(decodeAuthOsPayload(payload)).toEqual(PENDING);
  });

  it.each(Object.values(AuthOsErrorCode))('knows the status of %s', (code) => {
    const { status } = AUTHOS_ERRORS[code];
    const payload = { error: 'A text.', error_code: code, timestamp: TIMESTAMP };
    expect(decodeAuthOsPayload(payload)).toMatchObject({ kind: 'known-code', code, status });
  });

  it('reads a code of a newer service', () => {
    const payload = { error: 'A text.', error_code: 'TEAPOT', timestamp: TIMESTAMP };
    expect(decodeAuthOsPayload(payload)).toEqual({
      kind: 'unknown-code',
      code: 'TEAPOT',
      status: undefined,
      error: 'A text.',
      timestamp: TIMESTAMP,
      retryAfter: undefined,
      isRetryable: false,
    });
  });

  it.each([
    ['a text', 'There is no handler.', 'There is no handler.'],
    ["Nest's own answer", { status: 'error', message: 'x' }, '{"status":"error","message":"x"}'],
    ['an Error', new Error('Connection closed'), 'Connection closed'],
    [
      'an error of gRPC without our trailers',
      { details: 'x', metadata: metadataOf({}) },
      '{"details":"x","metadata":{}}',
    ],
    ['a Map as metadata', { metadata: new Map() }, '{"metadata":{}}'],
    ['null', null, 'null'],
    ['nothing', undefined, 'undefined'],
    ['what is no JSON', { id: 1n }, 'object'],
  ])('says of %s that it is no envelope', (_what, payload, body) => {
    expect(decodeAuthOsPayload(payload)).toEqual({
      kind: 'not-an-envelope',
      code: undefined,
      status: undefined,
      retryAfter: undefined,
      isRetryable: false,
      body,
    });
  });

  it.each([-1, 0.5, '5', Number.NaN])('passes over a hint that is no whole number: %p', (hint) => {
    const payload = {
      error: 'A text.',
      error_code: 'BAD_REQUEST',
      timestamp: TIMESTAMP,
      retry_after: hint,
    };
    expect(decodeAuthOsPayload(payload)).toMatchObject({
      retryAfter: undefined,
      isRetryable: false,
    });
  });
});
