import type { AddressInfo, Server } from 'node:net';
import type { INestApplication, INestMicroservice, ModuleMetadata } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type TcpOptions, Transport } from '@nestjs/microservices';
import { listeningService, type RunningService, withClient } from './service.js';

/** On a free port of loopback. */
const SERVER: TcpOptions = { transport: Transport.TCP, options: { host: '127.0.0.1', port: 0 } };

/** Starts a microservice over TCP, with a client of it. */
export async function startTcp(metadata: ModuleMetadata): Promise<RunningService> {
  const app = await listeningService(SERVER, metadata);
  return withTcpClient(app, app);
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
): Promise<RunningService<INestApplication>> {
  const app = await NestFactory.create(
    { module: class AppModule {}, ...metadata },
    { logger: false },
  );
  const service = app.connectMicroservice(SERVER, options);
  configure?.(service, app);
  await app.startAllMicroservices();
  await app.listen(0, '127.0.0.1');
  return withTcpClient(app, service);
}

/** The port is asked of the server. */
function withTcpClient<App extends { close(): Promise<void> }>(
  app: App,
  service: INestMicroservice,
): RunningService<App> {
  const { port } = service.unwrap<Server>().address() as AddressInfo;
  return withClient(app, { transport: Transport.TCP, options: { host: '127.0.0.1', port } });
}
