// Throws the whole corpus of faults at a gateway and a microservice: messages-conformance.js <socket.io|ws>
import 'reflect-metadata';
import { deepStrictEqual } from 'node:assert';
import { type INestApplication, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type MicroserviceOptions, Transport } from '@nestjs/microservices';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { WsAdapter } from '@nestjs/platform-ws';
import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { AuthOsErrorsModule } from 'nestjs-authos-errors';
import { type ErrorConformanceOptions, runErrorConformance } from 'nestjs-authos-errors/testing';

@WebSocketGateway()
export class PlansGateway {
  @SubscribeMessage('plan')
  plan(): string {
    return 'gold';
  }
}

@Module({ imports: [AuthOsErrorsModule], providers: [PlansGateway] })
class AppModule {}

@Module({ providers: [PlansGateway] })
class BareModule {}

async function create(module: Type, name: string): Promise<INestApplication> {
  const app = await NestFactory.create(module, { logger: false });
  app.useWebSocketAdapter(name === 'ws' ? new WsAdapter(app) : new IoAdapter(app));
  app.connectMicroservice<MicroserviceOptions>(
    { transport: Transport.TCP },
    { inheritAppConfig: true },
  );
  return app;
}

/** The transports on which a fault is answered otherwise. */
async function failing(app: INestApplication): Promise<string[]> {
  const skip: ErrorConformanceOptions['skip'] = ['http', 'filter-throws', 'filter-rejects'];
  const problems = await runErrorConformance(app, { skip, timeout: 500 });
  await app.close();
  return [...new Set(problems.map(({ transport }) => transport))];
}

async function main(name = 'ws'): Promise<void> {
  // First, because the applications of a process share the filters of their classes.
  deepStrictEqual(await failing(await create(BareModule, name)), ['gateway', 'microservice']);
  deepStrictEqual(await failing(await create(AppModule, name)), []);
}

void main(...process.argv.slice(2));
