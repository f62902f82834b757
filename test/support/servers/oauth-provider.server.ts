import type { RequestListener } from 'node:http';
import { startBrokenServer } from './broken-answers.js';
import type { LoopbackServer } from './loopback.server.js';

const refuse =
  (status: number, error: string, headers: Record<string, string> = {}): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify({ error, error_description: 'hunter2', error_uri: 'hunter2' }));
  };

const answer =
  (status: number, body: object): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };

const ANSWERS: Readonly<Record<string, RequestListener>> = {
  '/invalid_grant': refuse(400, 'invalid_grant'),
  '/invalid_client': refuse(401, 'invalid_client'),
  '/challenge': refuse(401, 'invalid_token', {
    'www-authenticate': 'Bearer realm="hunter2", error="invalid_token"',
  }),
  '/server_error': refuse(500, 'server_error'),
  '/no-oauth': refuse(400, 'hunter2'),
  '/no-token': answer(200, { hunter2: 1 }),
  '/not-found': answer(404, { message: 'hunter2' }),
  '/token': answer(200, { access_token: 'hunter2', token_type: 'bearer' }),
  '/facebook': answer(400, {
    error: { message: 'hunter2', type: 'OAuthException', code: 100, error_subcode: 36009 },
  }),
  '/google': answer(401, { error: { message: 'hunter2', code: 401 } }),
};

/** An OAuth provider on loopback whose endpoints fail, each in the way that its path says. */
export function startOAuthProvider(): Promise<LoopbackServer> {
  return startBrokenServer((request, response) => {
    const answer = ANSWERS[new URL(request.url ?? '/', 'http://x').pathname];
    if (answer) answer(request, response);
    else refuse(404, 'not_found')(request, response);
  });
}
