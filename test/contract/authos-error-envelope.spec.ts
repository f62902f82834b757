import { jest } from '@jest/globals';
import { isAuthOsErrorEnvelope } from 'nestjs-authos-errors';
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
    { ...ENVELOPE, timestamp: 'yesterday' },
    { ...ENVELOPE, timestamp: '2025-01-15T10:30:00.000Z' },
    { ...ENVELOPE, timestamp: undefined },
    { ...ENVELOPE, timestamp: [ENVELOPE.timestamp] },
  ])('refuses %j', (value) => {
    expect(isAuthOsErrorEnvelope(value)).toBe(false);
  });
});
