import { jest } from '@jest/globals';
import type { INestApplication, ModuleMetadata, Provider } from '@nestjs/common';
import { ApolloDriver, ApolloFederationDriver } from '@nestjs/apollo';
import { GraphQLModule } from '@nestjs/graphql';
import { AuthOsErrorsModule, type AuthOsErrorsOptions } from 'nestjs-authos-errors';
import request, { type Response } from 'supertest';
import { recordingLogger, type RecordingLogger } from '../../support/recording-logger.js';
import { type Platform, startApp } from '../../support/start-app.js';

// It serves the page of Mercurius's IDE, and requires an ES module, which Jest does not load.
jest.mock('@fastify/static', () => () => {});
const { MercuriusDriver, MercuriusFederationDriver } = await import('@nestjs/mercurius');

export interface GraphQLServer {
  readonly name: string;
  readonly platform: Platform;
  readonly options: object;
  readonly isMercurius: boolean;
}

export const APOLLO_ON_EXPRESS = server('Apollo on Express', 'express', ApolloDriver);
export const APOLLO_ON_FASTIFY = server('Apollo on Fastify', 'fastify', ApolloDriver);
export const MERCURIUS = server('Mercurius', 'fastify', MercuriusDriver);
export const APOLLO_SUBGRAPH = server('a subgraph with Apollo', 'express', ApolloFederationDriver, {
  federation: 2,
});
export const MERCURIUS_SUBGRAPH = server(
  'a subgraph with Mercurius',
  'fastify',
  MercuriusFederationDriver,
  { federation: 2 },
);

/** For `describe.each`. */
export const SERVERS: readonly GraphQLServer[] = [APOLLO_ON_EXPRESS, APOLLO_ON_FASTIFY, MERCURIUS];
export const SUBGRAPHS: readonly GraphQLServer[] = [APOLLO_SUBGRAPH, MERCURIUS_SUBGRAPH];

function server(
  name: string,
  platform: Platform,
  driver: Function,
  autoSchemaFile: object | true = true,
): GraphQLServer {
  const isMercurius = driver.name.startsWith('Mercurius');
  return { name, platform, options: { driver, autoSchemaFile }, isMercurius };
}

export interface Given {
  readonly providers: Provider[];
  /** Of GraphQLModule. */
  readonly graphql?: object;
  /** Of AuthOsErrorsModule; it is imported bare without. */
  readonly authos?: AuthOsErrorsOptions | 'bare';
  readonly imports?: ModuleMetadata['imports'];
  readonly configure?: (app: INestApplication) => void;
}

export interface RunningGraphQL {
  readonly app: INestApplication;
  readonly url: string;
  readonly logger: RecordingLogger;
  readonly ask: (query: string, variables?: object) => Promise<Response>;
}

/** Starts an application with a GraphQL server. What the library logs is kept, but for what it says at boot. */
export async function startGraphQL(
  { platform, options }: GraphQLServer,
  { providers, graphql, authos = {}, imports = [], configure }: Given,
): Promise<RunningGraphQL> {
  const logger = recordingLogger();
  const authosModule =
    authos === 'bare' ? AuthOsErrorsModule : AuthOsErrorsModule.forRoot({ logger, ...authos });
  const graphqlModule = GraphQLModule.forRoot({ ...options, ...graphql } as never);
  const { app, url } = await startApp(
    platform,
    { imports: [authosModule, graphqlModule, ...imports], providers },
    configure,
  );
  (logger.lines as unknown[]).length = 0;
  const ask = (query: string, variables?: object) =>
    request(url).post('/graphql').send({ query, variables });
  return { app, url, logger, ask };
}
