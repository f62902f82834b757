import { connect as connectNatsCore } from '@nats-io/transport-node';
import { type ClientOptions, ClientProxyFactory, Transport } from '@nestjs/microservices';
import amqplib from 'amqplib';
import mqtt from 'mqtt';
import nano from 'nano';
import { connect as connectNats } from 'nats';
import { firstValueFrom } from 'rxjs';
import SftpClient from 'ssh2-sftp-client';
import { expectFailure, SECRET } from '../../../support/expect-failure.js';
import {
  type LoopbackServer,
  refusingPort,
  startTcpServer,
} from '../../../support/servers/loopback.server.js';
import { thrownBy } from '../../../support/thrown-by.js';

type Call = (port: number) => Promise<unknown>;

const host = '127.0.0.1';

async function send(options: ClientOptions): Promise<unknown> {
  const client = ClientProxyFactory.create(options);
  try {
    return await firstValueFrom(client.send('x', {}));
  } finally {
    await client.close();
  }
}

const nestTcp: Call = (port) => send({ transport: Transport.TCP, options: { host, port } });

const CLIENTS: Readonly<Record<string, Call>> = {
  '@nestjs/microservices by TCP': nestTcp,
  '@nestjs/microservices by NATS': (port) =>
    send({ transport: Transport.NATS, options: { servers: `${host}:${port}`, reconnect: false } }),
  '@nestjs/microservices by MQTT': (port) =>
    send({
      transport: Transport.MQTT,
      options: { url: `mqtt://${host}:${port}`, reconnectPeriod: 0 },
    }),
  '@nestjs/microservices by RabbitMQ': (port) => {
    const urls = [`amqp://${host}:${port}`];
    return send({ transport: Transport.RMQ, options: { urls, maxConnectionAttempts: 1 } });
  },
  amqplib: (port) => amqplib.connect(`amqp://guest:${SECRET}@${host}:${port}`, { timeout: 50 }),
  mqtt: (port) =>
    mqtt.connectAsync(`mqtt://${host}:${port}`, { connectTimeout: 50, reconnectPeriod: 0 }, false),
  'nats 2': (port) => connectNats({ servers: `${host}:${port}`, reconnect: false, timeout: 50 }),
  'nats 3': (port) =>
    connectNatsCore({ servers: `${host}:${port}`, reconnect: false, timeout: 50 }),
  'ssh2-sftp-client': async (port) => {
    const client = new SftpClient('x', { error() {}, end() {}, close() {} });
    await client.connect({ host, port, username: SECRET, password: SECRET, readyTimeout: 50 });
  },
};

describe.each(Object.entries(CLIENTS))('%s', (_name, call) => {
  it('whose server refuses the connection is IO_ERROR', async () => {
    const port = await refusingPort();
    expectFailure(await thrownBy(() => call(port)), 'IO_ERROR');
  });
});

describe('a server that is silent is IO_ERROR,', () => {
  let silent: LoopbackServer;

  beforeAll(async () => {
    silent = await startTcpServer(() => {});
  });

  afterAll(() => silent.stop());

  it.each(['amqplib', 'mqtt', 'nats 2', 'nats 3', 'ssh2-sftp-client'])('for %s', async (name) => {
    expectFailure(await thrownBy(() => CLIENTS[name]!(silent.port)), 'IO_ERROR');
  });
});

describe('a server that hangs up is IO_ERROR,', () => {
  let server: LoopbackServer;

  beforeAll(async () => {
    server = await startTcpServer((socket) => socket.once('data', () => socket.destroy()));
  });

  afterAll(() => server.stop());

  it.each(['@nestjs/microservices by TCP', 'amqplib', 'ssh2-sftp-client'])(
    'for %s',
    async (name) => {
      expectFailure(await thrownBy(() => CLIENTS[name]!(server.port)), 'IO_ERROR');
    },
  );
});

it('nano whose server refuses the connection is IO_ERROR', async () => {
  const couch = nano(`http://${host}:${await refusingPort()}`);
  expectFailure(await thrownBy(() => couch.db.list()), 'IO_ERROR');
});
