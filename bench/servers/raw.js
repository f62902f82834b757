// What Nest stands on: the same statuses and a small body of JSON, without Nest, without an error, without a log.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import express from 'express';
import fastify from 'fastify';
import { ROUTES } from '../routes.js';
import { PENDING, PLAN } from './texts.js';

/** @type {Record<string, () => Promise<import('node:http').Server>>} */
const STARTS = {
  'raw Express': startExpress,
  'raw Fastify': startFastify,
  'node:http': startNode,
};

/**
 * Starts the server without Nest of that name, and gives it.
 *
 * @param {string} name
 */
export async function startRaw(name) {
  const start = STARTS[name];
  if (!start) throw new TypeError(`${name} is not one of ${Object.keys(STARTS).join(', ')}`);
  return start();
}

/** @param {{ status: number }} route */
function bodyOf({ status }) {
  return status === 200 ? PLAN : { ...PENDING, timestamp: new Date().toISOString() };
}

async function startExpress() {
  const app = express();
  app.use(express.json());
  for (const route of ROUTES) {
    const method = route.method === 'POST' ? 'post' : 'get';
    app[method](route.path, (_request, response) => {
      response.status(route.status).json(bodyOf(route));
    });
  }
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

async function startFastify() {
  const app = fastify();
  for (const { path: url, method = 'GET', ...route } of ROUTES) {
    app.route({
      url,
      method,
      handler: (_request, reply) => void reply.code(route.status).send(bodyOf(route)),
    });
  }
  await app.listen({ port: 0, host: '127.0.0.1' });
  return app.server;
}

async function startNode() {
  const routes = new Map(ROUTES.map((route) => [route.path, route]));
  const server = createServer(async (request, response) => {
    const route = routes.get(request.url ?? '');
    if (!route) throw new Error(`no route ${request.url}`);
    if (route.body) JSON.parse(await text(request));
    const body = JSON.stringify(bodyOf(route));
    response.writeHead(route.status, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
    });
    response.end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
