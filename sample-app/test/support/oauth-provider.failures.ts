interface ProviderFailure {
  status: number;
  contentType: string;
  body: string;
}

/** What the token endpoint answers when it fails, by the authorization code that provokes it. */
export const PROVIDER_FAILURES: Readonly<Record<string, ProviderFailure>> = {
  'invalid-grant': {
    status: 400,
    contentType: 'application/json',
    body: JSON.stringify({
      error: 'invalid_grant',
      error_description: 'Code was issued to another client by idp-3.internal',
    }),
  },
  'server-error': {
    status: 500,
    contentType: 'text/html',
    body: '<h1>500</h1><p>idp-3.internal</p>',
  },
  'malformed-json': { status: 200, contentType: 'application/json', body: '{"access_token":' },
  'no-id-token': {
    status: 200,
    contentType: 'application/json',
    body: JSON.stringify({ access_token: 'upstream-access-token', token_type: 'Bearer' }),
  },
};
