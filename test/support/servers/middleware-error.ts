import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import request from 'supertest';

/** What a middleware gives to the error handler of an Express application for a request. */
export async function middlewareError(
  middleware: RequestHandler,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  let caught: unknown;
  const catchError: ErrorRequestHandler = (error, _request, response, _next) => {
    caught = error;
    response.end();
  };
  await request(express().use(middleware).use(catchError)).get(path).set(headers);
  return caught;
}
