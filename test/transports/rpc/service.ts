import type { INestMicroservice, ModuleMetadata } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  type ClientOptions,
  type ClientProxy,
  ClientProxyFactory,
  type MicroserviceOptions,
} from '@nestjs/microservices';

/** A service that listens, with a client of it. */
export interface RunningService<App = INestMicroservice> {
  readonly app: App;
  readonly client: ClientProxy;
  close(): Promise<void>;
}

export async function listeningService(
  options: MicroserviceOptions,
  metadata: ModuleMetadata,
): Promise<INestMicroservice> {
  const app = await NestFactory.createMicroservice<MicroserviceOptions>(
    { module: class AppModule {}, ...metadata },
    { ...options, logger: false },
  );
  await app.listen();
  return app;
}

export function withClient<App extends { close(): Promise<void> }>(
  app: App,
  options: ClientOptions,
): RunningService<App> {
  const client = ClientProxyFactory.create(options);
  return {
    app,
    client,
    async close() {
      await client.close();
      await app.close();
    },
  };
}
