import { type sendUnaryData, Server, ServerCredentials, status } from '@grpc/grpc-js';
import type { Firestore } from '@google-cloud/firestore';
import { expectFailure, expectFailureWithSecret, SECRET } from '../../../support/expect-failure.js';
import { nativeRequire } from '../../../support/native-require.js';
import { refusingPort } from '../../../support/servers/loopback.server.js';
import { thrownBy } from '../../../support/thrown-by.js';
import { expectUpstreamFailure } from '../upstream/expect-upstream.js';

interface ClientConfig {
  interfaces: Record<string, { retry_params: { default: Record<string, number> } }>;
}

const PACKAGE = '@google-cloud/firestore';
const SERVICE = 'google.firestore.v1.Firestore';

// It tries for a minute, and nothing but its own file says how long.
const config = nativeRequire<ClientConfig>(`${PACKAGE}/build/src/v1/firestore_client_config.json`);
Object.assign(config.interfaces[SERVICE]!.retry_params.default, {
  initial_retry_delay_millis: 1,
  total_timeout_millis: 1,
});
const client = nativeRequire<typeof import('@google-cloud/firestore')>(PACKAGE);

const unread = (message: Buffer): Buffer => message;
let answer: Parameters<sendUnaryData<Buffer>>[0];
const server = new Server();
let port: number;

beforeAll(async () => {
  const Commit = {
    path: `/${SERVICE}/Commit`,
    requestStream: false,
    responseStream: false,
    requestSerialize: unread,
    requestDeserialize: unread,
    responseSerialize: unread,
    responseDeserialize: unread,
  };
  server.addService(
    { Commit },
    { Commit: (_call: unknown, respond: sendUnaryData<Buffer>) => respond(answer) },
  );
  port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
});

afterAll(() => server.forceShutdown());

async function thrownAtPort(
  at: number,
  call: (firestore: Firestore) => Promise<unknown>,
): Promise<unknown> {
  const firestore = new client.Firestore({
    projectId: 'shop',
    host: `127.0.0.1:${at}`,
    ssl: false,
    customHeaders: { Authorization: 'Bearer owner' },
  });
  const error = await thrownBy(() => call(firestore));
  await firestore.terminate();
  return error;
}

const create = (firestore: Firestore) => firestore.doc(`users/${SECRET}`).create({ email: SECRET });
const update = (firestore: Firestore) => firestore.doc(`users/${SECRET}`).update({ email: SECRET });

function thrownFor(code: status, details: string, call = create): Promise<unknown> {
  answer = { code, details };
  return thrownAtPort(port, call);
}

const NAME = `projects/shop/databases/(default)/documents/users/${SECRET}`;

describe('Firestore', () => {
  it('that has the document already is DUPLICATE_CONSTRAINT', async () => {
    const error = await thrownFor(status.ALREADY_EXISTS, `Document already exists: ${NAME}`);
    expectFailureWithSecret(error, 'DUPLICATE_CONSTRAINT');
  });

  it('that has no document to update is DATABASE_ERROR', async () => {
    const error = await thrownFor(status.NOT_FOUND, `No document to update: ${NAME}`, update);
    expectFailureWithSecret(error, 'DATABASE_ERROR');
  });

  it.each([
    [
      'a document that is too large',
      status.INVALID_ARGUMENT,
      `Document '${NAME}' cannot be written`,
    ],
    ['an index that is missing', status.FAILED_PRECONDITION, `The query requires ${NAME}`],
  ])('that answers with %s is DATABASE_ERROR', async (_what, code, details) => {
    expectFailureWithSecret(await thrownFor(code, details), 'DATABASE_ERROR');
  });

  it('that refuses the connection is DATABASE_ERROR', async () => {
    expectFailure(await thrownAtPort(await refusingPort(), create), 'DATABASE_ERROR');
  });

  it('that is unavailable for long is DATABASE_ERROR', async () => {
    const error = await thrownFor(status.UNAVAILABLE, `connection to ${SECRET} lost`);
    expectFailureWithSecret(error, 'DATABASE_ERROR');
  });

  // A status that names no document is that of any service.
  it('that answers too late is IO_ERROR', async () => {
    const error = await thrownFor(status.DEADLINE_EXCEEDED, `Deadline of ${SECRET} exceeded`);
    expectUpstreamFailure(error, 'IO_ERROR');
  });

  it.each([
    [status.PERMISSION_DENIED, `Missing or insufficient permissions. ${SECRET}`],
    [status.FAILED_PRECONDITION, `the stored version does not match ${SECRET}`],
    [status.ALREADY_EXISTS, `Topic already exists: projects/shop/topics/${SECRET}`],
  ])('whose status %d names no document is the fault of this server', async (code, details) => {
    expectUpstreamFailure(await thrownFor(code, details), 'INTERNAL_SERVER_ERROR');
  });
});
