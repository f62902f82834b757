// Exits with 0 when a GraphQL server answers with the contract: graphql.js <apollo|mercurius> <express|fastify>
import 'reflect-metadata';
import { deepStrictEqual, match } from 'node:assert';
import { Module, NotFoundException } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLModule, Int, Query, Resolver, Subscription } from '@nestjs/graphql';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { GraphQLError } from 'graphql';
import { createClient } from 'graphql-ws';
import {
  AuthOsErrorsModule,
  AuthOsException,
  authOsFastifyOptions,
  RequireFeature,
  SkipAuthOsErrors,
} from 'nestjs-authos-errors';
import { decodeAuthOsPayload } from 'nestjs-authos-errors/client';
import { WebSocket } from 'ws';
import { loggedLines } from './logged-lines.js';

@Resolver()
export class PlansResolver {
  @Query(() => Int)
  thrown(): never {
    throw new NotFoundException('There is no plan gold.');
  }

  @Query(() => Int)
  pending(): never {
    throw new AuthOsException('DEVICE_CODE_PENDING', 'Approve the sign-in.', { retryAfter: 5 });
  }

  @Query(() => Int)
  async unknown(): Promise<never> {
    throw new Error('secret');
  }

  @Query(() => Int)
  ownWords(): never {
    throw new GraphQLError('The room is full.', { extensions: { seats: 0 } });
  }

  @Query(() => Int)
  @RequireFeature('sso')
  guarded(): number {
    return 1;
  }

  @Query(() => Int)
  @SkipAuthOsErrors()
  skipped(): never {
    throw new NotFoundException('There is no plan gold.');
  }

  @Subscription(() => Int)
  async *midway(): AsyncIterable<unknown> {
    yield { midway: 1 };
    throw new Error('secret');
  }
}

const INTERNAL = 'INTERNAL_SERVER_ERROR An unexpected error occurred.';
const ANSWERS: Record<string, string> = {
  thrown: 'NOT_FOUND There is no plan gold.',
  pending: 'DEVICE_CODE_PENDING Approve the sign-in.',
  unknown: INTERNAL,
  ownWords: 'BAD_REQUEST The room is full.',
  guarded:
    "FEATURE_NOT_AVAILABLE_IN_TIER This feature is not included in the organization's current tier.",
};

interface FieldError {
  message: string;
  extensions?: Record<string, unknown>;
}

/** The driver that is asked for. The packages of the other are not loaded. */
async function driverOf(name: string): Promise<unknown> {
  return name === 'mercurius'
    ? (await import('@nestjs/mercurius')).MercuriusDriver
    : (await import('@nestjs/apollo')).ApolloDriver;
}

function textOf(error: unknown): string {
  const decoded = decodeAuthOsPayload(error);
  return decoded.kind === 'not-an-envelope' ? decoded.body : `${decoded.code} ${decoded.error}`;
}

async function errorOf(url: string, field: string): Promise<FieldError> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: `{ ${field} }` }),
  });
  const { errors } = (await response.json()) as { errors: FieldError[] };
  deepStrictEqual(errors.length, 1);
  return errors[0]!;
}

/** What graphql-ws says where the server sent no errors: why the connection was closed, or what it could not read. */
function closed(failure: unknown): string {
  const { reason } = Object(failure) as { reason?: string };
  return reason ?? String(failure);
}

/** Values and errors of the subscription until it is over. */
async function subscribed(url: string): Promise<unknown[]> {
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  });
  const told: unknown[] = [];
  await new Promise<void>((resolve) => {
    client.subscribe<Record<string, unknown>>(
      { query: 'subscription { midway }' },
      {
        next: ({ data, errors = [] }) => {
          if (data) told.push({ ...data });
          told.push(...errors.map(textOf));
        },
        error: (error) => {
          told.push(...(Array.isArray(error) ? error.map(textOf) : [closed(error)]));
          resolve();
        },
        complete: resolve,
      },
    );
  });
  await client.dispose();
  return told;
}

async function main(name = 'apollo', platform = 'express'): Promise<void> {
  const { lines, logger } = loggedLines();
  const subscriptions =
    name === 'mercurius' ? { subscription: true } : { subscriptions: { 'graphql-ws': true } };
  @Module({
    imports: [
      AuthOsErrorsModule.forRoot({ logger, resolveOrganization: () => ({ status: 'active' }) }),
      GraphQLModule.forRoot({
        driver: await driverOf(name),
        autoSchemaFile: true,
        ...subscriptions,
      } as never),
    ],
    providers: [PlansResolver],
  })
  class AppModule {}

  const adapter =
    platform === 'fastify' ? new FastifyAdapter(authOsFastifyOptions()) : new ExpressAdapter();
  const app = await NestFactory.create(AppModule, adapter, { logger: false });
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  deepStrictEqual(lines, ['LOG Every error response is an AuthOS envelope']);

  const answers: Record<string, string> = {};
  for (const field of Object.keys(ANSWERS)) answers[field] = textOf(await errorOf(url, field));
  deepStrictEqual(answers, ANSWERS);
  deepStrictEqual((await errorOf(url, 'pending')).extensions?.retry_after, 5);
  deepStrictEqual((await errorOf(url, 'ownWords')).extensions?.seats, 0);
  deepStrictEqual((await errorOf(url, 'skipped')).extensions?.error_code, undefined);
  deepStrictEqual(
    lines.filter((line) => line.startsWith('ERROR')),
    ['ERROR 500 INTERNAL_SERVER_ERROR GraphQL Query.unknown: Error: secret'],
  );

  // Only graphql-ws 6 and Mercurius 16 have a proper message for a stream that fails.
  const [value, failure] = await subscribed(url);
  deepStrictEqual(value, { midway: 1 });
  match(String(failure), /An unexpected error occurred\./);
  await app.close();
}

void main(...process.argv.slice(2));
