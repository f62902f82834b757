import type { RequestListener } from 'node:http';
import { type LoopbackServer, startHttpServer } from '../../../support/servers/loopback.server.js';
import { thrownBy } from '../../../support/thrown-by.js';

/** What a call throws at a store on loopback that answers everything alike. */
export async function thrownAt(
  answer: RequestListener,
  call: (url: string) => unknown,
): Promise<unknown> {
  const store: LoopbackServer = await startHttpServer(answer);
  try {
    return await thrownBy(() => call(store.url));
  } finally {
    await store.stop();
  }
}

/** The answer of an API. */
export function json(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): RequestListener {
  return (request, response) => {
    request.resume();
    response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(typeof body === 'string' ? body : JSON.stringify(body));
  };
}

/** The answer of a proxy in front of the store. */
export function html(status: number): RequestListener {
  return json(status, '<h1>hunter2</h1>', { 'content-type': 'text/html' });
}

export const cut: RequestListener = (request) => {
  request.socket.destroy();
};

export const cutMidway: RequestListener = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
  response.write('{"hunter2":', () => response.destroy());
};

export const never: RequestListener = () => {};
