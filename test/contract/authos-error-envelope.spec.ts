import { jest } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { AUTHOS_ERROR_ENVELOPE_SCHEMA, isAuthOsErrorEnvelope } from 'nestjs-authos-errors';
import { createEnvelope } from '../../lib/contract/authos-error-envelope.js';

const ENVELOPE = {
  error: 'No such plan.',
  error_code: 'NOT_FOUND',
  timestamp: '2025-01-15T10:30:00Z',
};

describe('the envelope', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: new Date('2025-01-15T10:30:00.999Z') });
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('has exactly three members, in the order of the reference', () => {
    expect(JSON.stringify(createEnvelope('NOT_FOUND', 'No such plan.'))).toBe(
      JSON.stringify(ENVELOPE),
    );
  });

  it('has the timestamp of its own second', () => {
    expect(createEnvelope('NOT_FOUND').timestamp).toBe('2025-01-15T10:30:00Z');
    jest.setSystemTime(new Date('2025-01-15T10:30:01.000Z'));
    expect(createEnvelope('NOT_FOUND').timestamp).toBe('2025-01-15T10:30:01Z');
    jest.setSystemTime(new Date('2024-02-29T23:59:59.500Z'));
    expect(createEnvelope('NOT_FOUND').timestamp).toBe('2024-02-29T23:59:59Z');
  });

  it.each([undefined, '', ' \n '])('has the default text of its code instead of %j', (message) => {
    expect(createEnvelope('NOT_FOUND', message).error).toBe(
      'The requested resource does not exist.',
    );
  });

  it('keeps the limit, also with the default text', () => {
    expect(createEnvelope('NOT_FOUND', undefined, 5).error).toBe('The …');
    expect(createEnvelope('NOT_FOUND', 'abcdef', 5).error).toBe('abcd…');
  });
});

describe('isAuthOsErrorEnvelope', () => {
  it('accepts an envelope, also one with further members', () => {
    expect(isAuthOsErrorEnvelope(ENVELOPE)).toBe(true);
    expect(isAuthOsErrorEnvelope({ ...ENVELOPE, request_id: '1' })).toBe(true);
  });

  it.each([
    null,
    undefined,
    'NOT_FOUND',
    [],
    {},
    { ...ENVELOPE, error: '' },
    { ...ENVELOPE, error: 1 },
    { ...ENVELOPE, error_code: 'NOT_A_CODE' },
    { ...ENVELOPE, error_code: 'constructor' },
    { ...ENVELOPE, error_code: ['NOT_FOUND'] },
    { ...ENVELOPE, timestamp: undefined },
    { ...ENVELOPE, timestamp: [ENVELOPE.timestamp] },
  ])('refuses %j', (value) => {
    expect(isAuthOsErrorEnvelope(value)).toBe(false);
  });
});

describe.each<[string, (envelope: unknown) => boolean]>([
  ['isAuthOsErrorEnvelope', isAuthOsErrorEnvelope],
  ['the JSON Schema', new Ajv2020().compile(AUTHOS_ERROR_ENVELOPE_SCHEMA)],
])('%s', (_name, accepts) => {
  it.each([
    ['this library', '2025-01-15T10:30:00Z'],
    ['AuthOS', '2025-01-15T10:30:00.123456789+00:00'],
    ['a service that sends milliseconds', '2025-01-15T10:30:00.000Z'],
    ['a service that sends small letters', '2025-01-15t10:30:00z'],
    ['a service of another zone', '2025-12-31T23:59:59-08:00'],
    ['a service of a zone of half an hour', '2025-10-09T19:09:01+05:30'],
    ['a leap second', '1990-12-31T23:59:60Z'],
  ])('accepts the timestamp of %s', (_service, timestamp) => {
    expect(accepts({ ...ENVELOPE, timestamp })).toBe(true);
  });

  it.each([
    'yesterday',
    '2025-01-15',
    '2025-01-15T10:30:00',
    '2025-01-15 10:30:00Z',
    '2025-01-15T10:30Z',
    '2025-01-15T10:30:00.Z',
    '2025-01-15T10:30:00,5Z',
    '2025-01-15T10:30:00+0000',
    '2025-01-15T10:30:00+24:00',
    '2025-01-15T10:30:00+00:60',
    '2025-00-15T10:30:00Z',
    '2025-13-15T10:30:00Z',
    '2025-01-00T10:30:00Z',
    '2025-01-32T10:30:00Z',
    '2025-01-15T24:00:00Z',
    '2025-01-15T10:60:00Z',
    '2025-01-15T10:30:61Z',
    ' 2025-01-15T10:30:00Z',
    '2025-01-15T10:30:00Z\n',
    '12025-01-15T10:30:00Z',
  ])('refuses the timestamp %j', (timestamp) => {
    expect(accepts({ ...ENVELOPE, timestamp })).toBe(false);
  });

  it('refuses a fraction without end in linear time', () => {
    const timestamp = `2025-01-15T10:30:00.${'0'.repeat(5_000_000)}`;
    const start = performance.now();
    expect(accepts({ ...ENVELOPE, timestamp })).toBe(false);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
