import { once } from 'node:events';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import tls from 'node:tls';
import { Client } from 'pg';
import { expectFailure, SECRET } from '../../../support/expect-failure.js';
import { startTcpServer } from '../../../support/servers/loopback.server.js';
import { thrownBy } from '../../../support/thrown-by.js';
import { SELF_SIGNED } from './self-signed.js';

describe('TLS', () => {
  let server: https.Server;
  let port: number;

  beforeAll(async () => {
    server = https.createServer(SELF_SIGNED, (_request, response) => response.end(SECRET));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  });

  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const connectTo = (options: tls.ConnectionOptions) => async () => {
    const socket = tls.connect({ port, host: '127.0.0.1', ...options });
    await once(socket, 'secureConnect');
  };

  it.each([
    ['a certificate that nobody vouches for', {}, 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['a certificate of another host', { ca: SELF_SIGNED.cert }, 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ])('with %s is IO_ERROR', async (_name, options, code) => {
    const error = await thrownBy(connectTo(options));
    expect(error).toMatchObject({ code });
    expectFailure(error, 'IO_ERROR');
  });

  it('by fetch, with a certificate that nobody vouches for, is IO_ERROR', async () => {
    expectFailure(await thrownBy(() => fetch(`https://127.0.0.1:${port}/${SECRET}`)), 'IO_ERROR');
  });

  it('that the other side does not speak is IO_ERROR', async () => {
    const plain = await startTcpServer((socket) => socket.once('data', () => socket.end(SECRET)));
    const error = await thrownBy(() =>
      once(https.get(`https://127.0.0.1:${plain.port}`), 'response'),
    );
    await plain.stop();
    expectFailure(error, 'IO_ERROR');
  });

  it('by pg, with a certificate that nobody vouches for, is IO_ERROR', async () => {
    const postgres = await startTcpServer((socket) => {
      socket.once('data', () => {
        socket.write('S');
        new tls.TLSSocket(socket, { isServer: true, ...SELF_SIGNED }).on('error', () => {});
      });
    });
    const client = new Client({ port: postgres.port, host: '127.0.0.1', ssl: true });
    const error = await thrownBy(() => client.connect());
    await postgres.stop();
    expect(error).toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
    expectFailure(error, 'IO_ERROR');
  });
});

describe('HTTP', () => {
  it('that cannot be parsed is IO_ERROR', async () => {
    const other = await startTcpServer((socket) => socket.end(`220 ${SECRET} ESMTP\r\n`));
    const error = await thrownBy(() => once(http.get(other.url), 'response'));
    await other.stop();
    expect(error).toMatchObject({ code: 'HPE_INVALID_CONSTANT' });
    expectFailure(error, 'IO_ERROR');
  });

  it('of version 2 that is reset is IO_ERROR', async () => {
    const server = http2.createServer().on('stream', (stream) => {
      stream.on('error', () => {}).close(http2.constants.NGHTTP2_REFUSED_STREAM);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const client = http2.connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const error = await thrownBy(() => once(client.request(), 'response'));
    client.close();
    server.close();
    expect(error).toMatchObject({ code: 'ERR_HTTP2_STREAM_ERROR' });
    expectFailure(error, 'IO_ERROR');
  });
});

it('a stream that ends too early is IO_ERROR', async () => {
  const source = new PassThrough();
  const copied = pipeline(source, new PassThrough());
  source.destroy();
  const error = await thrownBy(() => copied);
  expect(error).toMatchObject({ code: 'ERR_STREAM_PREMATURE_CLOSE' });
  expectFailure(error, 'IO_ERROR');
});
