import type { INestApplication, ModuleMetadata } from '@nestjs/common';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { authOsFastifyOptions } from 'nestjs-authos-errors';
import {
  type ErrorConformanceName,
  type ErrorConformanceOptions,
  type ErrorConformanceProblem,
  runErrorConformance,
} from 'nestjs-authos-errors/testing';
import { MESSAGE_PHASES } from '../../lib/testing/conformance/transports/message-handlers.js';
import type { Platform } from '../support/start-app.js';

/** What the faults hide where the library promises to send nothing. */
export const SECRET = 'AuthOsConformanceSecret';

/** What leaves one phase of the transports beside HTTP. */
export const HANDLER_ALONE: ErrorConformanceName[] = [
  'http',
  ...MESSAGE_PHASES.filter((phase) => phase !== 'handler'),
];

/** An application that is not initialised, as the run takes it. */
export async function createApp(
  platform: Platform,
  metadata: ModuleMetadata,
  fastifyOptions: object = authOsFastifyOptions(),
): Promise<INestApplication> {
  const module = await Test.createTestingModule(metadata).compile();
  const adapter =
    platform === 'express' ? new ExpressAdapter() : new FastifyAdapter(fastifyOptions);
  return module.createNestApplication(adapter, { logger: false });
}

export async function problemsOf(
  app: INestApplication,
  options?: ErrorConformanceOptions,
): Promise<ErrorConformanceProblem[]> {
  try {
    return await runErrorConformance(app, options);
  } finally {
    await app.close();
  }
}

/** The first problem of a phase and fault. */
export function problemWith(
  problems: readonly ErrorConformanceProblem[],
  phase: string,
  fault: string,
): ErrorConformanceProblem | undefined {
  return problems.find((problem) => problem.phase === phase && problem.fault === fault);
}
