import { Logger } from '@nestjs/common';
import * as nats3 from '@nats-io/transport-node';
import { type ClientOptions, ClientProxyFactory, Transport } from '@nestjs/microservices';
import amqplib, { type ChannelModel } from 'amqplib';
import mqtt from 'mqtt';
import mysql from 'mysql2/promise';
import * as nats2 from 'nats';
import { firstValueFrom } from 'rxjs';
import { MQTT_URL, NATS_URL, RABBITMQ_URL } from '../../../support/broker-urls.js';
import { expectFailure, expectFailureWithSecret, SECRET } from '../../../support/expect-failure.js';
import { thrownBy } from '../../../support/thrown-by.js';
import { expectUpstreamFailure } from './expect-upstream.js';

const { MARIADB_URL = 'mysql://root@127.0.0.1:3306/test' } = process.env;

describe.each([
  ['2', nats2.connect],
  ['3', nats3.connect as unknown as typeof nats2.connect],
])('NATS, by version %s of its client', (_version, connect) => {
  let connection: nats2.NatsConnection;

  beforeEach(async () => {
    connection = await connect({ servers: NATS_URL });
  });

  afterEach(() => connection.close());

  it('where nobody listens is IO_ERROR', async () => {
    expectFailure(await thrownBy(() => connection.request(`nobody.${Date.now()}`)), 'IO_ERROR');
  });

  it('where nobody answers in time is IO_ERROR', async () => {
    const subject = nats2.createInbox();
    connection.subscribe(subject);
    const call = () => connection.request(subject, '', { timeout: 50 });
    expectFailure(await thrownBy(call), 'IO_ERROR');
  });

  it('whose connection is closed is IO_ERROR', async () => {
    await connection.close();
    expectFailure(await thrownBy(() => connection.publish('x')), 'IO_ERROR');
  });

  it('whose connection is closed during a call is IO_ERROR', async () => {
    const subject = nats2.createInbox();
    connection.subscribe(subject, { callback: () => void connection.close() });
    expectFailure(await thrownBy(() => connection.request(subject)), 'IO_ERROR');
  });

  it('that is called wrongly is the fault of this server', async () => {
    expectFailure(await thrownBy(() => connection.publish('')), 'INTERNAL_SERVER_ERROR');
  });
});

it('what is no JSON is not told by nats 2', async () => {
  const error = await thrownBy(() => nats2.JSONCodec().decode(Buffer.from(SECRET)));
  expectUpstreamFailure(error, 'INTERNAL_SERVER_ERROR');
});

describe('RabbitMQ', () => {
  let connection: ChannelModel;

  beforeEach(async () => {
    connection = await amqplib.connect(RABBITMQ_URL);
    connection.on('error', () => {});
  });

  afterEach(() => connection.close().catch(() => {}));

  async function channel() {
    const opened = await connection.createConfirmChannel();
    return opened.on('error', () => {});
  }

  it('without the queue is IO_ERROR', async () => {
    const opened = await channel();
    expectUpstreamFailure(await thrownBy(() => opened.checkQueue(SECRET)), 'IO_ERROR');
  });

  it('whose channel is closed is IO_ERROR', async () => {
    const opened = await channel();
    await opened.close();
    expectFailure(await thrownBy(() => opened.checkQueue('x')), 'IO_ERROR');
  });

  it('whose connection is closed is IO_ERROR', async () => {
    await connection.close();
    expectFailure(await thrownBy(() => connection.createChannel()), 'IO_ERROR');
  });

  it('whose channel is closed before it confirms is IO_ERROR', async () => {
    const opened = await channel();
    const error = await new Promise((resolve) => {
      opened.publish(`no.${SECRET}`, 'x', Buffer.from('x'), {}, resolve);
    });
    expectFailure(error, 'IO_ERROR');
  });

  it('called with a queue that has no name is the fault of this server', async () => {
    const opened = await channel();
    const error = await thrownBy(() => opened.assertQueue(5 as never));
    expectFailure(error, 'INTERNAL_SERVER_ERROR');
  });
});

describe('MQTT', () => {
  it('whose connection is ended is IO_ERROR', async () => {
    const client = await mqtt.connectAsync(MQTT_URL);
    await client.endAsync();
    expectFailure(await thrownBy(() => client.publishAsync('x', SECRET)), 'IO_ERROR');
  });
});

describe('@nestjs/microservices', () => {
  it('without a subscriber is IO_ERROR', async () => {
    Logger.overrideLogger(false);
    const options: ClientOptions = { transport: Transport.NATS, options: { servers: NATS_URL } };
    const client = ClientProxyFactory.create(options);
    const error = await thrownBy(() => firstValueFrom(client.send(`nobody.${SECRET}`, {})));
    await client.close();
    expectFailureWithSecret(error, 'IO_ERROR');
  });
});

describe('MariaDB', () => {
  it('that does not speak TLS is no unknown error', async () => {
    const error = await thrownBy(() => mysql.createConnection({ uri: MARIADB_URL, ssl: {} }));
    expect(error).toMatchObject({ code: 'HANDSHAKE_NO_SSL_SUPPORT' });
    expectFailure(error, 'DATABASE_ERROR');
  });
});
