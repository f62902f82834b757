import type { ServerResponse } from 'node:http';
import type { ExceptionFilter, Type } from '@nestjs/common';
import type { ModulesContainer } from '@nestjs/core';
import { catchError, isObservable, NEVER, type Observable } from 'rxjs';
import { addResponseParameter } from '../../../nest/add-response-parameter.js';
import { controllersOf } from '../../../nest/controllers-of.js';
import { SSE_METADATA } from '../../../nest/metadata-keys.js';
import { methodsOf } from '../../../nest/methods-of.js';
import { httpResponseOf } from '../http-response-of.js';
import { edgeHost } from './edge-host.js';
import { serverFilter } from './server-errors.js';

type Method = (this: unknown, ...args: unknown[]) => unknown;

/** Marks a method that is covered already: applications of one process share their classes. */
const COVERED = Symbol.for('nestjs-authos-errors/event-stream');

/**
 * Has the filter answer event streams that fail once they run. Nest writes such an error itself, with the message of
 * any HttpException, and ends the stream as if it were complete.
 *
 * It wraps the methods, because an interceptor would have Nest send the headers before the handler has returned: what
 * it throws until then could not be answered with its status any more.
 */
export function coverEventStreams(modules: ModulesContainer, filter: ExceptionFilter): void {
  for (const controller of controllersOf(modules)) {
    for (const [name, method] of methodsOf(controller)) {
      if (Reflect.getMetadata(SSE_METADATA, method) !== true || COVERED in method) continue;
      cover(controller, name, method as Method, filter);
    }
  }
}

function cover(controller: Type, name: string, method: Method, filter: ExceptionFilter): void {
  const responseIndex = addResponseParameter(controller, name);
  const covered: Method = async function (...args) {
    const response = args[responseIndex];
    const events = await method.apply(this, args.slice(0, responseIndex));
    return isObservable(events) ? answerLateErrors(events, response, filter) : events;
  };
  for (const key of Reflect.getMetadataKeys(method)) {
    Reflect.defineMetadata(key, Reflect.getMetadata(key, method), covered);
  }
  Object.defineProperties(covered, { name: { value: name }, [COVERED]: { value: true } });
  Object.defineProperty(controller.prototype, name, {
    value: covered,
    configurable: true,
    writable: true,
  });
}

function answerLateErrors(
  events: Observable<unknown>,
  response: unknown,
  filter: ExceptionFilter,
): Observable<unknown> {
  return events.pipe(
    catchError((error: unknown) => {
      // Before the first byte it goes its usual way, by the application's own filters.
      if (httpResponseOf(response).state === 'open') throw error;
      const { req } = rawOf(response);
      const server = (req.socket as { server?: object } | undefined)?.server;
      const own = server && serverFilter(server);
      (own ?? filter).catch(error, edgeHost(req, response));
      // The filter breaks the connection; completing would have Nest end it cleanly before.
      return NEVER;
    }),
  );
}

function rawOf(response: unknown): ServerResponse {
  return (response as { raw?: ServerResponse }).raw ?? (response as ServerResponse);
}
