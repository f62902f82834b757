import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { INestApplication, Type } from '@nestjs/common';
import { ApplicationConfig, LazyModuleLoader } from '@nestjs/core';
import { wrongValue } from '../../contract/rule.js';
import { withUntried } from './answer-problems.js';
import { conformanceModule } from './conformance.module.js';
import { type Attempt, BASE } from './conformance.controller.js';
import {
  type ErrorConformanceOptions,
  resolveConformanceOptions,
} from './error-conformance-options.js';
import { type ErrorConformanceProblem, judge } from './judge.js';
import { Transports } from './transports/transports.js';
import { trialsWithout } from './trial.js';

/**
 * Throws a corpus of faults at an application, in every phase of a request and on every transport that it has, and lists
 * the answers that are not as the contract has them: no envelope, a status that does not fit its code, missing headers, or
 * a text that the library promises not to send. An empty list means that the application conforms. A fault that
 * something of the application answers before, such as a guard that wants a token, is listed as not reached.
 *
 * The application is created and not yet initialised. It gets routes below `/__authos-error-conformance`, is initialised,
 * and listens on a free port of 127.0.0.1. To close it is left to the caller.
 *
 * @throws TypeError when `app` is no application or is initialised already, or an option is unknown or wrong.
 *
 * @example
 * const app = module.createNestApplication({ logger: false });
 * expect(await runErrorConformance(app)).toEqual([]);
 * await app.close();
 *
 * @publicApi
 */
export async function runErrorConformance(
  app: INestApplication,
  options: ErrorConformanceOptions = {},
): Promise<ErrorConformanceProblem[]> {
  const resolved = resolveConformanceOptions(options);
  const skip = isFastify(app) ? resolved.skip : [...resolved.skip, 'on-send' as const];
  const { attempts, phases } = trialsWithout(skip);
  checkIsApplication(app);
  const transports = new Transports(app);
  const port = await listen(app, attempts, transports.providers);
  const prefix = `/${app.get(ApplicationConfig).getGlobalPrefix()}/`.replaceAll(/\/+/g, '/');
  const target = { ...resolved, port, prefix };
  const problems: ErrorConformanceProblem[] = [];
  for (const [first, ...others] of phases) {
    if (!first) continue;
    const problem = await judge(first, target);
    if (problem && first.reached?.() === false) {
      problems.push({ ...problem, problem: withUntried(problem.problem, others.length) });
      continue;
    }
    const found = await Promise.all(others.map((trial) => judge(trial, target)));
    problems.push(...[problem, ...found].filter((candidate) => candidate !== undefined));
  }
  return [...problems, ...(await transports.judge(target))];
}

function isFastify(app: INestApplication): boolean {
  return (app as Partial<INestApplication> | undefined)?.getHttpAdapter?.().getType() === 'fastify';
}

/** The part of Fastify that is used here; Fastify itself is never imported. */
interface FastifyLike {
  addHook(name: 'onSend', hook: (request: { readonly url: string }) => Promise<void>): unknown;
}

/** Throws the faults of the phase on-send, each once: a hook that refuses the error's answer, too, can end the process. */
function addSendHook(app: INestApplication, attempts: readonly Attempt[]): void {
  const left = new Map(attempts.map(({ path, route }) => [path, route.onSend]));
  const instance = app.getHttpAdapter().getInstance() as FastifyLike;
  instance.addHook('onSend', async ({ url }) => {
    const path = url.slice(url.indexOf(BASE));
    const raise = left.get(path);
    left.delete(path);
    raise?.();
  });
}

function checkIsApplication(app: INestApplication): void {
  if (typeof (app as Partial<INestApplication> | undefined)?.getHttpServer !== 'function') {
    throw wrongValue('runErrorConformance', 'app', app, 'an INestApplication');
  }
}

/** Adds the routes, and starts the application on a free port. */
async function listen(
  app: INestApplication,
  attempts: readonly Attempt[],
  providers: readonly Type[],
): Promise<number> {
  let configured = false;
  const module = conformanceModule(attempts, providers, () => {
    configured = true;
  });
  await app.get(LazyModuleLoader).load(() => module, { logger: false });
  if (isFastify(app)) addSendHook(app, attempts);
  await app.init();
  if (!configured) {
    throw new TypeError(
      'runErrorConformance: app is initialised already; it takes an application before init() and listen(), as routes cannot be added later',
    );
  }
  await app.listen(0, '127.0.0.1');
  return ((app.getHttpServer() as Server).address() as AddressInfo).port;
}
