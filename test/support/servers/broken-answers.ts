import type { RequestListener } from 'node:http';
import { type LoopbackServer, startHttpServer } from './loopback.server.js';

/** How a server of someone else's fails, for every client alike. */
const BROKEN_ANSWERS: Readonly<Record<string, RequestListener>> = {
  html: (_request, response) => {
    response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>hunter2</h1>');
  },
  'not-json': (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end('hunter2');
  },
  cut: (request) => {
    request.socket.destroy();
  },
  'cut-midway': (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
    response.write('{"hunter2":', () => response.destroy());
  },
  never: () => {},
};

/** A server on loopback that fails in the way that a part of the path says; else `fallback` answers. */
export function startBrokenServer(
  fallback: RequestListener = (_request, response) => response.writeHead(404).end('hunter2'),
): Promise<LoopbackServer> {
  return startHttpServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x');
    const fault = pathname.split('/').find((part) => Object.hasOwn(BROKEN_ANSWERS, part));
    (BROKEN_ANSWERS[fault ?? ''] ?? fallback)(request, response);
  });
}
