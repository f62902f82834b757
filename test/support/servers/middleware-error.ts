import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import request, { type Test } from 'supertest';

/** What a middleware gives to the error handler of an Express application for a request. */
export async function middlewareError(
  middleware: RequestHandler | RequestHandler[],
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  return errorOf(middleware, (app) => request(app).get(path).set(headers));
}

/** The same for a request with a body. */
export async function bodyError(
  middleware: RequestHandler | RequestHandler[],
  type: string,
  body: string | object,
): Promise<unknown> {
  return errorOf(middleware, (app) => request(app).post('/').set('content-type', type).send(body));
}

async function errorOf(
  middleware: RequestHandler | RequestHandler[],
  send: (app: express.Express) => Test,
): Promise<unknown> {
  let caught: unknown;
  const catchError: ErrorRequestHandler = (error, _request, response, _next) => {
    caught = error;
    response.end();
  };
  await send(express().use(middleware).use(catchError));
  return caught;
}
