import * as gaxios6 from 'gaxios-6';
import got14 from 'got';
import OpenAI from 'openai';
import { expectFailure, SECRET } from '../../../support/expect-failure.js';
import { startBrokenServer } from '../../../support/servers/broken-answers.js';
import {
  type LoopbackServer,
  refusingPort,
  startTcpServer,
} from '../../../support/servers/loopback.server.js';
import { thrownBy } from '../../../support/thrown-by.js';
import { API_CLIENTS, FETCHES, got11, HTTP_CLIENTS, nodeFetch2 } from './http-clients.js';

const CLIENTS = Object.entries({ ...HTTP_CLIENTS, ...FETCHES, ...API_CLIENTS });

let server: LoopbackServer;

beforeAll(async () => {
  server = await startBrokenServer(({ url }, response) => {
    response.writeHead(url === '/loop' ? 302 : 200, { location: '/loop' }).write(SECRET);
    if (url !== '/slow') response.end();
  });
});

afterAll(() => server.stop());

describe.each(CLIENTS)('%s', (_name, get) => {
  it('refused the connection is IO_ERROR', async () => {
    expectFailure(
      await thrownBy(async () => get(`http://127.0.0.1:${await refusingPort()}`)),
      'IO_ERROR',
    );
  });

  it('whose connection is cut is IO_ERROR', async () => {
    expectFailure(await thrownBy(() => get(`${server.url}/cut`)), 'IO_ERROR');
  });

  it('that gets no answer in time is IO_ERROR', async () => {
    expectFailure(await thrownBy(() => get(`${server.url}/never`)), 'IO_ERROR');
  });

  it('that is answered in another protocol is IO_ERROR', async () => {
    const other = await startTcpServer((socket) => {
      socket.once('data', () => socket.end(`220 ${SECRET} ESMTP\r\n`));
    });
    const error = await thrownBy(() => get(other.url));
    await other.stop();
    expectFailure(error, 'IO_ERROR');
  });
});

// node-fetch 2, and gaxios 6 with it, wait without end.
const NOTICING = CLIENTS.filter(([name]) => name !== 'node-fetch 2' && name !== 'gaxios 6');

it.each(NOTICING)('%s, whose answer is cut off, is IO_ERROR', async (_name, get) => {
  expectFailure(await thrownBy(() => get(`${server.url}/cut-midway`)), 'IO_ERROR');
});

describe('a call that is called off is IO_ERROR,', () => {
  it.each<[string, () => unknown]>([
    ['by got 14', () => cancelled(got14(`${server.url}/never`))],
    ['by got 11', () => cancelled(got11(`${server.url}/never`))],
    ['by the signal of got 14', () => got14(`${server.url}/never`, { signal: soon() })],
    ['by the signal of got 11', () => got11(`${server.url}/never`, { signal: soon() } as object)],
    [
      'by the signal of gaxios 6',
      () => gaxios6.request({ url: `${server.url}/never`, signal: soon() as never }),
    ],
    ['by the signal of node-fetch 2', () => nodeFetch2(`${server.url}/never`, { signal: soon() })],
    [
      'by the signal of openai',
      () => {
        const client = new OpenAI({ baseURL: server.url, apiKey: SECRET, maxRetries: 0 });
        return client.models.list({ signal: AbortSignal.abort() });
      },
    ],
  ])('%s', async (_name, call) => {
    expectFailure(await thrownBy(call), 'IO_ERROR');
  });

  const soon = (): AbortSignal => AbortSignal.timeout(20);

  async function cancelled(call: Promise<unknown> & { cancel(): void }): Promise<void> {
    setImmediate(() => call.cancel());
    await call;
  }
});

describe('an answer that node-fetch does not take is IO_ERROR,', () => {
  it.each([
    ['if it is too long', '/ok', { size: 1 }],
    ['if it redirects without end', '/loop', {}],
    ['if its body does not arrive in time', '/slow', { timeout: 50 }],
  ])('%s', async (_name, path, options) => {
    const call = async () => (await nodeFetch2(server.url + path, options)).text();
    expectFailure(await thrownBy(call), 'IO_ERROR');
  });
});
