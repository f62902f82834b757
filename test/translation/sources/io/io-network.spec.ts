import dns from 'node:dns/promises';
import { type EventEmitter, once } from 'node:events';
import http from 'node:http';
import net from 'node:net';
import { expectFailure, expectFailureWithSecret, SECRET } from '../../../support/expect-failure.js';
import { startBrokenServer } from '../../../support/servers/broken-answers.js';
import {
  type LoopbackServer,
  refusingPort,
  startTcpServer,
  UNKNOWN_HOST,
} from '../../../support/servers/loopback.server.js';
import { thrownBy } from '../../../support/thrown-by.js';

describe('the network', () => {
  let server: LoopbackServer;

  beforeAll(async () => {
    server = await startBrokenServer();
  });

  afterAll(() => server.stop());

  /** What an emitter fails with. */
  async function failure(emitter: EventEmitter): Promise<unknown> {
    const [error] = (await once(emitter, 'error')) as unknown[];
    return error;
  }

  it('refusing a connection is IO_ERROR, and the address stays', async () => {
    const error = await failure(net.connect(await refusingPort(), '127.0.0.1'));
    expect(error).toMatchObject({ code: 'ECONNREFUSED', address: '127.0.0.1' });
    expectFailure(error, 'IO_ERROR');
  });

  it('refusing it at every address of the host is IO_ERROR', async () => {
    const error = await failure(
      net.connect({
        host: SECRET,
        port: await refusingPort(),
        lookup: (_host, _options, done) =>
          done(null, [
            { address: '127.0.0.1', family: 4 },
            { address: '::1', family: 6 },
          ]),
      }),
    );
    expect(error).toMatchObject({ name: 'AggregateError', message: '', code: 'ECONNREFUSED' });
    expect(error).not.toHaveProperty('syscall');
    expectFailure(error, 'IO_ERROR');
  });

  it('resetting a connection is IO_ERROR', async () => {
    const resetting = await startTcpServer((socket) => socket.resetAndDestroy());
    const error = await failure(net.connect(resetting.port, '127.0.0.1'));
    await resetting.stop();
    expectFailure(error, 'IO_ERROR');
  });

  it('ending a connection that is written to is IO_ERROR', async () => {
    const ending = await startTcpServer((socket) => socket.end());
    const socket = net.connect(ending.port, '127.0.0.1').resume();
    await once(socket, 'end');
    socket.write(SECRET);
    const error = await failure(socket);
    await ending.stop();
    expect(error).toMatchObject({ code: 'EPIPE' });
    expectFailure(error, 'IO_ERROR');
  });

  it('listening on a port in use is IO_ERROR', async () => {
    expectFailure(await failure(net.createServer().listen(server.port, '127.0.0.1')), 'IO_ERROR');
  });

  it.each([
    ['looking up', () => dns.lookup(UNKNOWN_HOST)],
    ['resolving', async () => (await resolverOfNobody()).resolve4(`${SECRET}.test`)],
  ])('%s a host that is not there is IO_ERROR, and its name stays', async (_name, call) => {
    expectFailureWithSecret(await thrownBy(call), 'IO_ERROR');
  });

  async function resolverOfNobody(): Promise<dns.Resolver> {
    const resolver = new dns.Resolver({ timeout: 200, tries: 1 });
    resolver.setServers([`127.0.0.1:${await refusingPort()}`]);
    return resolver;
  }

  it('called with a port that is none is the server’s fault', async () => {
    expectFailure(await thrownBy(() => net.connect(99_999)), 'INTERNAL_SERVER_ERROR');
  });

  describe('by http', () => {
    it('hanging up is IO_ERROR', async () => {
      const error = await failure(http.get(`${server.url}/cut`));
      expect(error).toMatchObject({ message: 'socket hang up' });
      expect(error).not.toHaveProperty('syscall');
      expectFailure(error, 'IO_ERROR');
    });

    it('cutting the answer off is IO_ERROR', async () => {
      const [response] = (await once(http.get(`${server.url}/cut-midway`), 'response')) as [
        http.IncomingMessage,
      ];
      expectFailure(await thrownBy(() => response.resume().toArray()), 'IO_ERROR');
    });
  });
});
