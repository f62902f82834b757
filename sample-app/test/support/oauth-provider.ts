import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { PROVIDER_FAILURES } from './oauth-provider.failures.js';

export interface OAuthProvider {
  issuer: string;
  stop(): Promise<void>;
}

/** The code for which the token endpoint cuts the connection instead of answering. */
export const CONNECTION_CUT = 'connection-cut';

/** An OpenID provider on loopback, for one client. It signs in whoever `login_hint` names. */
export async function startOAuthProvider(): Promise<OAuthProvider> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'key-1', alg: 'RS256', use: 'sig' };
  const grants = new Map<string, URLSearchParams>();

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', issuer);
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return json(response, 200, metadata(issuer));
      case '/jwks':
        return json(response, 200, { keys: [jwk] });
      case '/authorize':
        return authorize(url.searchParams, grants, response);
      case '/token':
        return void token(request, response, { issuer, grants, privateKey });
      default:
        return json(response, 404, { error: 'not_found' });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    issuer,
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function metadata(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
  };
}

function authorize(
  asked: URLSearchParams,
  grants: Map<string, URLSearchParams>,
  response: ServerResponse,
): void {
  const code = randomUUID();
  grants.set(code, asked);
  const location = new URL(asked.get('redirect_uri') ?? '');
  location.search = new URLSearchParams({ code, state: asked.get('state') ?? '' }).toString();
  response.writeHead(302, { location: location.href }).end();
}

async function token(
  request: IncomingMessage,
  response: ServerResponse,
  provider: { issuer: string; grants: Map<string, URLSearchParams>; privateKey: CryptoKey },
): Promise<void> {
  const form = new URLSearchParams(await text(request));
  const code = form.get('code') ?? '';
  if (code === CONNECTION_CUT) return void request.socket.destroy();
  const failure = PROVIDER_FAILURES[code];
  if (failure) {
    response.writeHead(failure.status, { 'content-type': failure.contentType }).end(failure.body);
    return;
  }

  const asked = provider.grants.get(code);
  const challenge = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url');
  if (!asked || asked.get('code_challenge') !== challenge) {
    return json(response, 400, { error: 'invalid_grant' });
  }
  provider.grants.delete(code);

  const idToken = await new SignJWT({
    nonce: asked.get('nonce'),
    email: asked.get('login_hint'),
    email_verified: true,
  })
    .setProtectedHeader({ alg: 'RS256', kid: 'key-1' })
    .setIssuer(provider.issuer)
    .setAudience(asked.get('client_id') ?? '')
    .setSubject('provider-user-1')
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(provider.privateKey);
  json(response, 200, {
    access_token: 'upstream-access-token',
    token_type: 'Bearer',
    id_token: idToken,
  });
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
