// A hybrid Nest application that has the ESM and the CJS copy of the package in one process. Each of its transports
// throws the exception of the one copy, with the modules of both. It writes its answers and its log to standard output.
import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { credentials, loadPackageDefinition } from '@grpc/grpc-js';
import { fromJSON } from '@grpc/proto-loader';
import { ApolloDriver } from '@nestjs/apollo';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLModule, Int, Query, Resolver } from '@nestjs/graphql';
import { ClientProxyFactory, GrpcMethod, MessagePattern, Transport } from '@nestjs/microservices';
import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { decodeAuthOsPayload } from 'nestjs-authos-errors/client';
import { lastValueFrom } from 'rxjs';
import { io } from 'socket.io-client';
import { cjs, esm, logger, report } from './copies.js';

function decorate(target, decorators, handlers) {
  for (const [name, handler] of Object.entries(handlers)) {
    handler(target.prototype, name, Object.getOwnPropertyDescriptor(target.prototype, name));
  }
  decorators.forEach((decorator) => decorator(target));
}

const pending = () => {
  throw new cjs.AuthOsException('DEVICE_CODE_PENDING', 'Approve the sign-in.', { retryAfter: 5 });
};

class PlansController {
  http() {
    pending();
  }
  tcp() {
    pending();
  }
  grpc() {
    pending();
  }
}
decorate(PlansController, [Controller()], {
  http: Get('http'),
  tcp: MessagePattern('tcp'),
  grpc: GrpcMethod('Plans', 'Pending'),
});

class PlansResolver {
  graphql() {
    pending();
  }
}
decorate(PlansResolver, [Resolver()], { graphql: Query(() => Int) });

class PlansGateway {
  socket() {
    pending();
  }
}
decorate(PlansGateway, [WebSocketGateway()], { socket: SubscribeMessage('socket') });

class AppModule {}
Module({
  imports: [
    cjs.AuthOsErrorsModule,
    esm.AuthOsErrorsModule.forRoot({ logger, logLevels: { '4xx': 'warn' } }),
    GraphQLModule.forRoot({ driver: ApolloDriver, autoSchemaFile: true }),
  ],
  controllers: [PlansController],
  providers: [PlansResolver, PlansGateway],
})(AppModule);

const types = { requestType: 'Plan', responseType: 'Plan' };
const packageDefinition = fromJSON({
  nested: {
    plans: { nested: { Plan: { fields: {} }, Plans: { methods: { Pending: types } } } },
  },
});
const host = '127.0.0.1';
const directory = await mkdtemp(join(tmpdir(), 'copies-'));
const url = `unix:${join(directory, 'socket')}`;

const app = await NestFactory.create(AppModule, { logger: false });
const inherit = { inheritAppConfig: true };
const tcp = app.connectMicroservice(
  { transport: Transport.TCP, options: { host, port: 0 } },
  inherit,
);
app.connectMicroservice(
  { transport: Transport.GRPC, options: { package: 'plans', packageDefinition, url } },
  inherit,
);
await app.startAllMicroservices();
await app.listen(0, host);

const json = async (path, init) => (await fetch(`${await app.getUrl()}/${path}`, init)).json();
const asks = {
  http: () => json('http'),
  async graphql() {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ query: '{ graphql }' });
    return (await json('graphql', { method: 'POST', headers, body })).errors[0];
  },
  async socket() {
    const socket = io(await app.getUrl(), { transports: ['websocket'] });
    const answer = await socket.emitWithAck('socket');
    socket.disconnect();
    return answer;
  },
  async tcp() {
    const { port } = tcp.unwrap().address();
    const client = ClientProxyFactory.create({ transport: Transport.TCP, options: { host, port } });
    const answer = await lastValueFrom(client.send('tcp', {})).catch((error) => error);
    client.close();
    return answer;
  },
  async grpc() {
    const { plans } = loadPackageDefinition(packageDefinition);
    const client = new plans.Plans(url, credentials.createInsecure());
    const answer = await new Promise((resolve) => client.Pending({}, resolve));
    client.close();
    return answer;
  },
};
const answers = {};
for (const [name, ask] of Object.entries(asks)) {
  const { code, error, retryAfter = null } = decodeAuthOsPayload(await ask());
  answers[name] = [code, error, retryAfter];
}
await app.close();
await rm(directory, { recursive: true });
report(answers);
