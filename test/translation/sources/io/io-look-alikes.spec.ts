import { isConnectionCode } from '../../../../lib/translation/sources/io/connection-codes.js';
import { translate } from '../../../support/translate.js';

const attempt = (code: string) => ({ code, syscall: 'connect' });

/** An application's own error that has a field or two in common with one of I/O. */
function error(fields: object): Error {
  return Object.assign(new Error('it failed'), fields);
}

describe('an error that only looks like one of I/O is unknown, if it has', () => {
  it.each<[string, object]>([
    ['a code of its own', { code: 'MY_TIMEOUT' }],
    ['a code of the network in lower case', { code: 'econnrefused' }],
    ['a code of the network as a part of its own', { code: 'X_ECONNREFUSED' }],
    ['a code of the network as its text', { message: 'ECONNREFUSED' }],
    ['a code of a file, without a system call', { code: 'ENOENT' }],
    ['a code that speaks of a certificate', { code: 'CERT_PDF_MISSING' }],
    ['a code that says what it was unable to do', { code: 'UNABLE_TO_BOOK' }],
    ['a code like those of Node', { code: 'ERR_TLSX' }],
    ['a code of undici alone', { code: 'UND_ERR_SOCKET' }],
    ['a code of cancelling', { code: 'ERR_CANCELED' }],
    ['a system call alone', { syscall: 'open' }],
    ['an HTTP status of a server that is down', { statusCode: 503, status: 503 }],
    ['an HTTP status of a caller without rights', { statusCode: 401, status: 401 }],
    ['the name of a timeout', { name: 'TimeoutError' }],
    ['the name of an abort', { name: 'AbortError' }],
    ['the name of a timeout, and an info', { name: 'TimeoutError', info: {} }],
    ['the code of a timeout in the DOM', { code: 23 }],
    ['a type of node-fetch', { type: 'request-timeout' }],
    ['a name of node-fetch', { name: 'FetchError' }],
    [
      'the first of several failed attempts, of another code',
      { errors: [attempt('EPERM')], code: 'E_MINE' },
    ],
    ['attempts that are none', { errors: { 0: attempt('EPERM') }, code: 'EPERM' }],
    ['attempts without a system call', { errors: [{ code: 'EPERM' }], code: 'EPERM' }],
    ['no attempts', { errors: [undefined], code: 'EPERM' }],
    ['the text of a failed fetch', { message: 'fetch failed', cause: new Error('x') }],
    ['the brand of axios alone', { isAxiosError: true }],
    ['an aborted error, without a config', { error: { name: 'AbortError', type: 'aborted' } }],
    ['a config and an error', { config: {}, error: new Error('x') }],
    ['headers that are missing', { headers: undefined }],
    ['headers that are missing, and an error', { headers: undefined, error: 'x' }],
    [
      'the beginning of what minio says',
      { message: `Request failed after 3 retries: ${'x'.repeat(99)}` },
    ],
    [
      'what minio says, and a name',
      { message: `Request failed after 3 retries: Error: ${'x'.repeat(99)}`, name: 'PrintError' },
    ],
    ['a brand that is off', { isBrokenCircuitError: false }],
    ['a text that speaks of a connection', { message: 'Connection closed by the user' }],
  ])('%s', (_name, fields) => {
    expect(translate(error(fields)).code).toBe('INTERNAL_SERVER_ERROR');
  });

  it('the class of a timeout, and another name', () => {
    class TimeoutError extends Error {}
    expect(translate(new TimeoutError('x')).code).toBe('INTERNAL_SERVER_ERROR');
  });
});

describe('a wait whose class a minifier renamed is IO_ERROR, if it has', () => {
  it.each([
    ['the request of ky', { name: 'TimeoutError', request: {} }],
    ['the attempts of the AWS SDK', { name: 'AbortError', $metadata: { attempts: 1 } }],
    ['the type of node-fetch', { name: 'AbortError', type: 'aborted' }],
  ])('%s (constructed)', (_name, fields) => {
    expect(translate(error(fields)).code).toBe('IO_ERROR');
  });
});

describe('an error that was tried at every address', () => {
  it('is IO_ERROR, whatever the code of the first attempt', () => {
    const errors = [attempt('EPERM')];
    expect(translate(error({ errors, code: 'EPERM' })).code).toBe('IO_ERROR');
  });
});

describe('a code of a connection', () => {
  it.each([
    'ECONNREFUSED',
    'ESOCKETTIMEDOUT',
    'EAI_AGAIN',
    'CERT_HAS_EXPIRED',
    'HANDSHAKE_NO_SSL_SUPPORT',
    'HPE_INVALID_VERSION',
    'ERR_SSL_WRONG_VERSION_NUMBER',
  ])('is enough: %s', (code) => {
    expect(isConnectionCode(code)).toBe(true);
    expect(translate(error({ code })).code).toBe('IO_ERROR');
  });
});
