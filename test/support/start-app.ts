import type { INestApplication, LoggerService, ModuleMetadata } from '@nestjs/common';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { authOsFastifyOptions } from 'nestjs-authos-errors';
import { Test } from '@nestjs/testing';
import type { AbstractHttpAdapter } from '@nestjs/core';

const ADAPTERS = {
  express: (): AbstractHttpAdapter => new ExpressAdapter(),
  fastify: (): AbstractHttpAdapter => new FastifyAdapter(authOsFastifyOptions()),
};

export type Platform = keyof typeof ADAPTERS;

/** For `describe.each`: tests of the wire run on both from the same lines. */
export const PLATFORMS: readonly Platform[] = ['express', 'fastify'];

export interface RunningApp {
  app: INestApplication;
  /** Where it listens, for supertest. */
  url: string;
}

/** Starts a Nest application on a free port of loopback. Its log is silent unless a logger is given. */
export async function startApp(
  platform: Platform | AbstractHttpAdapter,
  metadata: ModuleMetadata,
  configure: (app: INestApplication) => unknown = () => {},
  logger: LoggerService | false = false,
): Promise<RunningApp> {
  const module = await Test.createTestingModule(metadata).compile();
  const adapter = typeof platform === 'string' ? ADAPTERS[platform]() : platform;
  const app = module.createNestApplication(adapter, { logger });
  await configure(app);
  await app.listen(0, '127.0.0.1');
  return { app, url: await app.getUrl() };
}
