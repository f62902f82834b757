import { EventEmitter } from 'node:events';
import { Agent, request } from 'undici';
import { expectFailure, expectFailureWithSecret, SECRET } from '../../../support/expect-failure.js';
import { startBrokenServer } from '../../../support/servers/broken-answers.js';
import {
  type LoopbackServer,
  refusingPort,
  UNKNOWN_HOST,
} from '../../../support/servers/loopback.server.js';
import { thrownBy } from '../../../support/thrown-by.js';

let server: LoopbackServer;

beforeAll(async () => {
  server = await startBrokenServer((_request, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(SECRET);
  });
});

afterAll(() => server.stop());

describe('fetch', () => {
  it('refusing the connection is IO_ERROR', async () => {
    const port = await refusingPort();
    const error = await thrownBy(() => fetch(`http://127.0.0.1:${port}/${SECRET}`));
    expect(error).toMatchObject({ message: 'fetch failed', cause: { syscall: 'connect' } });
    expectFailure(error, 'IO_ERROR');
  });

  it('not knowing the host is IO_ERROR, and its name stays', async () => {
    const error = await thrownBy(() => fetch(`http://${UNKNOWN_HOST}`));
    expectFailureWithSecret(error, 'IO_ERROR');
  });

  it.each([
    ['cutting the connection', () => fetch(`${server.url}/cut`)],
    ['cutting the answer off', async () => (await fetch(`${server.url}/cut-midway`)).text()],
    ['an answer that cannot be unpacked', async () => (await fetch(server.url)).text()],
    ['a port that is forbidden', () => fetch('http://127.0.0.1:1')],
    ['no answer in time', () => fetch(`${server.url}/never`, { signal: AbortSignal.timeout(50) })],
    ['an abort', () => fetch(server.url, { signal: AbortSignal.abort() })],
  ])('%s is IO_ERROR', async (_name, call) => {
    expectFailure(await thrownBy(call), 'IO_ERROR');
  });

  it.each([
    ['an address that is none', () => fetch(`no url of ${SECRET}`)],
    ['an answer that is no JSON', async () => (await fetch(`${server.url}/not-json`)).json()],
  ])('%s is an unknown error', async (_name, call) => {
    expectFailureWithSecret(await thrownBy(call), 'INTERNAL_SERVER_ERROR');
  });
});

describe('undici', () => {
  const impatient = new Agent({ headersTimeout: 100, bodyTimeout: 100 });

  afterAll(() => impatient.close());

  /** The emitter that undici takes for a signal; an AbortSignal throws its own reason. */
  function aborted(): EventEmitter {
    const signal = new EventEmitter();
    setImmediate(() => signal.emit('abort'));
    return signal;
  }

  it.each([
    ['cutting the connection', () => request(`${server.url}/cut`), 'UND_ERR_SOCKET'],
    [
      'no answer in time',
      () => request(`${server.url}/never`, { dispatcher: impatient }),
      'UND_ERR_HEADERS_TIMEOUT',
    ],
    ['an abort', () => request(`${server.url}/never`, { signal: aborted() }), 'UND_ERR_ABORTED'],
  ])('%s is IO_ERROR', async (_name, call, code) => {
    const error = await thrownBy(call);
    expect(error).toMatchObject({ code });
    expectFailure(error, 'IO_ERROR');
  });

  it('refusing the connection is IO_ERROR', async () => {
    const url = `http://127.0.0.1:${await refusingPort()}/${SECRET}`;
    expectFailure(await thrownBy(() => request(url)), 'IO_ERROR');
  });

  it('called wrongly is the server’s fault', async () => {
    const error = await thrownBy(() => request(server.url, { method: `no ${SECRET}` as 'GET' }));
    expect(error).toMatchObject({ code: 'UND_ERR_INVALID_ARG' });
    expectFailure(error, 'INTERNAL_SERVER_ERROR');
  });
});
