import { errorWith, SECRET } from '../secret.js';

const systemError = (): Error =>
  errorWith({ errno: -111, code: 'ECONNREFUSED', syscall: 'connect', address: SECRET });

/** What fails on the disk and on the network, and calls that got no answer. */
export const IO_FAULTS = {
  'file-not-found': () =>
    errorWith({ errno: -2, code: 'ENOENT', syscall: 'open', path: `/etc/${SECRET}` }),
  'connection-refused': systemError,
  'all-connections-refused': () =>
    Object.assign(new AggregateError([systemError(), systemError()], SECRET), {
      code: 'ECONNREFUSED',
    }),
  'socket-hang-up': () => errorWith({ code: 'ECONNRESET' }),
  'stream-cut-off': () => errorWith({ code: 'ERR_STREAM_PREMATURE_CLOSE' }),
  'fetch-failed': () => new TypeError('fetch failed', { cause: systemError() }),
  'axios-without-response': () =>
    errorWith({
      isAxiosError: true,
      code: 'ECONNREFUSED',
      config: { headers: { authorization: `Bearer ${SECRET}` } },
    }),
  'circuit-open': () => errorWith({ code: 'EOPENBREAKER' }),
  aborted: () => new DOMException(SECRET, 'AbortError'),
} as const;
