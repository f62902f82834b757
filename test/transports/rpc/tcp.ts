import type { Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { INestApplication, INestMicroservice, ModuleMetadata } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  type ClientProxy,
  ClientProxyFactory,
  type TcpOptions,
  Transport,
} from '@nestjs/microservices';

export interface RunningTcp<App> {
  readonly app: App;
  readonly client: ClientProxy;
  close(): Promise<void>;
}

/** On a free port of loopback. */
const SERVER: TcpOptions = { transport: Transport.TCP, options: { host: '127.0.0.1', port: 0 } };

/** Starts a microservice over TCP, with a client of it. */
export async function startTcp(metadata: ModuleMetadata): Promise<RunningTcp<INestMicroservice>> {
  const app = await NestFactory.createMicroservice<TcpOptions>(
    { module: class AppModule {}, ...metadata },
    { ...SERVER, logger: false },
  );
  await app.listen();
  return running(app, app);
}

interface HybridOptions {
  readonly inheritAppConfig: boolean;
  readonly deferInitialization?: boolean;
  /** Before the microservice starts. */
  readonly configure?: (service: INestMicroservice, app: INestApplication) => unknown;
}

/** Starts an application on HTTP that is a microservice over TCP as well. */
export async function startHybrid(
  metadata: ModuleMetadata,
  { configure, ...options }: HybridOptions,
): Promise<RunningTcp<INestApplication>> {
  const app = await NestFactory.create(
    { module: class AppModule {}, ...metadata },
    { logger: false },
  );
  const service = app.connectMicroservice(SERVER, options);
  configure?.(service, app);
  await app.startAllMicroservices();
  await app.listen(0, '127.0.0.1');
  return running(app, service);
}

function running<App extends { close(): Promise<void> }>(
  app: App,
  service: INestMicroservice,
): RunningTcp<App> {
  const { port } = service.unwrap<Server>().address() as AddressInfo;
  const client = ClientProxyFactory.create({
    transport: Transport.TCP,
    options: { host: '127.0.0.1', port },
  });
  return {
    app,
    client,
    async close() {
      client.close();
      await app.close();
    },
  };
}
