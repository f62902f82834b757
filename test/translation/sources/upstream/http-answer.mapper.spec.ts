import { BlobServiceClient, StorageSharedKeyCredential } from '@azure/storage-blob';
import { GraphQLClient } from 'graphql-request';
import { Agent, interceptors, request, RetryAgent } from 'undici';
import { expectFailure, SECRET } from '../../../support/expect-failure.js';
import { nativeRequire } from '../../../support/native-require.js';
import { startBrokenServer } from '../../../support/servers/broken-answers.js';
import type { LoopbackServer } from '../../../support/servers/loopback.server.js';
import { thrownBy } from '../../../support/thrown-by.js';
import { API_CLIENTS, FETCHES, type HttpClient, HTTP_CLIENTS } from '../io/http-clients.js';
import { expectUpstreamFailure } from './expect-upstream.js';

interface SendGrid {
  setApiKey(key: string): void;
  setDefaultRequest(key: string, value: unknown): void;
  request(options: { method: string; url: string }): Promise<unknown>;
}
const sendGrid = nativeRequire<SendGrid>('@sendgrid/client');

let server: LoopbackServer;

/** The status stands in the path. The text of the answer is what each client likes to quote. */
beforeAll(async () => {
  server = await startBrokenServer(({ url }, response) => {
    const error = { message: SECRET, type: 'api_error', code: 'x' };
    response
      .writeHead(Number(/\d{3}/.exec(url ?? '')), { 'content-type': 'application/json' })
      .end(JSON.stringify({ error, errors: [error] }));
  });
});

afterAll(() => server.stop());

const agent = new Agent();
const rejecting = agent.compose(interceptors.responseError());
const repeating = new RetryAgent(agent, { maxRetries: 1, minTimeout: 1 });

afterAll(() => agent.close());

const CLIENTS: Readonly<Record<string, HttpClient>> = {
  ...HTTP_CLIENTS,
  ...API_CLIENTS,
  undici: (url) => request(`${url}?api_key=${SECRET}`, { dispatcher: rejecting }),
  'graphql-request': (url) => new GraphQLClient(url).request('{ user }', { password: SECRET }),
  '@azure/storage-blob': (url) =>
    new BlobServiceClient(url, new StorageSharedKeyCredential(SECRET, ''), {
      retryOptions: { maxTries: 1 },
    }).getProperties(),
  '@sendgrid/client': (url) => {
    sendGrid.setApiKey(`SG.${SECRET}`);
    sendGrid.setDefaultRequest('baseUrl', url);
    return sendGrid.request({ method: 'GET', url: '/' });
  },
  'the Response of fetch, attached to an Error': async (url) => {
    const response = await fetch(url);
    throw Object.assign(new Error(await response.text()), { response });
  },
};

describe.each(Object.entries(CLIENTS))('an answer to %s', (_name, get) => {
  it.each([408, 429, 500, 503])(
    'with %s is IO_ERROR: that server is down, slow or limits us',
    async (status) => {
      expectUpstreamFailure(await thrownBy(() => get(`${server.url}/${status}`)), 'IO_ERROR');
    },
  );

  it.each([400, 401, 403, 404, 409, 422])(
    'with %s is the fault of this server, and no answer to its client',
    async (status) => {
      const error = await thrownBy(() => get(`${server.url}/${status}`));
      expectUpstreamFailure(error, 'INTERNAL_SERVER_ERROR');
    },
  );
});

it.each([429, 503])('undici that repeated a call in vain, with %s, is IO_ERROR', async (status) => {
  const call = () => request(`${server.url}/${status}`, { dispatcher: repeating });
  const error = await thrownBy(call);
  expect(error).toMatchObject({ code: 'UND_ERR_REQ_RETRY' });
  expectFailure(error, 'IO_ERROR');
});

describe('an answer that is no JSON is unusable, and nobody learns what it is,', () => {
  it.each(['got 14', 'got 11', 'node-fetch 2'])('by %s', async (name) => {
    const get = { ...HTTP_CLIENTS, ...FETCHES }[name]!;
    const error = await thrownBy(() => get(`${server.url}/not-json`));
    expectUpstreamFailure(error, 'INTERNAL_SERVER_ERROR');
  });
});

it('an answer of GraphQL that reports errors keeps the variables to itself', async () => {
  const error = await thrownBy(() => CLIENTS['graphql-request']!(`${server.url}/200`));
  expect(error).toMatchObject({ response: { status: 200 } });
  expectUpstreamFailure(error, 'INTERNAL_SERVER_ERROR');
});
