import type { S3ClientConfig } from '@aws-sdk/client-s3';
import { Client, S3Error } from 'minio';
import { nativeRequire } from '../../../support/native-require.js';
import { expectFailure, SECRET } from '../../../support/expect-failure.js';
import { startBrokenServer } from '../../../support/servers/broken-answers.js';
import { type LoopbackServer, refusingPort } from '../../../support/servers/loopback.server.js';
import { thrownBy } from '../../../support/thrown-by.js';
import { expectUpstreamFailure } from './expect-upstream.js';

// Within Jest's own realm the SDK wraps the errors of Node, which it does not know as errors there.
const { GetObjectCommand, HeadObjectCommand, S3Client } =
  nativeRequire<typeof import('@aws-sdk/client-s3')>('@aws-sdk/client-s3');

/** What S3 answers, by the key that is asked for. */
const REFUSALS: Readonly<Record<string, number>> = {
  SlowDown: 503,
  InternalError: 500,
  ThrottlingException: 400,
  RequestTimeout: 400,
  NoSuchKey: 404,
  AccessDenied: 403,
};
const UNANSWERED = ['SlowDown', 'InternalError', 'RequestTimeout'];
const REFUSED = ['NoSuchKey', 'AccessDenied'];

let server: LoopbackServer;

beforeAll(async () => {
  server = await startBrokenServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x');
    const code = pathname.split('/').at(-1) ?? '';
    response
      .writeHead(REFUSALS[code] ?? 404, { 'content-type': 'application/xml' })
      .end(
        `<Error><Code>${code}</Code><Message>${SECRET}</Message><BucketName>${SECRET}</BucketName></Error>`,
      );
  });
});

afterAll(() => server.stop());

describe('S3', () => {
  const credentials = { accessKeyId: SECRET, secretAccessKey: SECRET };

  const clientOf = (config: S3ClientConfig) =>
    new S3Client({
      endpoint: server.url,
      region: 'eu-central-1',
      credentials,
      forcePathStyle: true,
      maxAttempts: 1,
      ...config,
    });

  const get = (key: string, config: S3ClientConfig = {}): Promise<unknown> =>
    thrownBy(() => clientOf(config).send(new GetObjectCommand({ Bucket: SECRET, Key: key })));

  it.each([...UNANSWERED, 'ThrottlingException'])('that answers %s is IO_ERROR', async (code) => {
    expectUpstreamFailure(await get(code), 'IO_ERROR');
  });

  it.each(REFUSED)('that answers %s was asked wrongly', async (code) => {
    expectUpstreamFailure(await get(code), 'INTERNAL_SERVER_ERROR');
  });

  it('that answers without a body was asked wrongly', async () => {
    const command = new HeadObjectCommand({ Bucket: 'b', Key: 'NoSuchKey' });
    const error = await thrownBy(() => clientOf({}).send(command));
    expect(error).toMatchObject({ $metadata: { httpStatusCode: 404 } });
    expectFailure(error, 'INTERNAL_SERVER_ERROR');
  });

  it('whose proxy answers in HTML is IO_ERROR', async () => {
    expectUpstreamFailure(await get('html'), 'IO_ERROR');
  });

  it('that refuses the connection is IO_ERROR', async () => {
    const endpoint = `http://127.0.0.1:${await refusingPort()}`;
    expectFailure(await get('x', { endpoint }), 'IO_ERROR');
  });

  it('that cuts the connection is IO_ERROR', async () => {
    expectFailure(await get('cut'), 'IO_ERROR');
  });

  it('that does not answer in time is IO_ERROR', async () => {
    const requestHandler = { requestTimeout: 50, throwOnRequestTimeout: true };
    expectFailure(await get('never', { requestHandler }), 'IO_ERROR');
  });

  it('that was not waited for is IO_ERROR', async () => {
    const command = new GetObjectCommand({ Bucket: 'b', Key: 'never' });
    const call = () => clientOf({}).send(command, { abortSignal: AbortSignal.timeout(20) });
    expectFailure(await thrownBy(call), 'IO_ERROR');
  });

  it('that is asked without credentials is the fault of this server', async () => {
    const failing = () => Promise.reject(new Error(`no profile ${SECRET}`));
    expectFailure(await get('x', { credentials: failing }), 'INTERNAL_SERVER_ERROR');
  });
});

describe('minio', () => {
  const clientOf = (port: number): Client =>
    new Client({
      endPoint: '127.0.0.1',
      port,
      useSSL: false,
      accessKey: SECRET,
      secretKey: SECRET,
      region: 'us-east-1',
      retryOptions: { disableRetry: true },
    });

  const get = (code: string): Promise<unknown> =>
    thrownBy(() => clientOf(server.port).getObject('bucket', code));

  it.each(['SlowDown', 'InternalError'])('that is answered %s is IO_ERROR', async (code) => {
    const error = await get(code);
    expect(error).toMatchObject({
      message: expect.stringMatching(/^Request failed after 0 retries: /),
    });
    expectFailure(error, 'IO_ERROR');
  });

  it('that was too slow for the server is IO_ERROR', async () => {
    expectUpstreamFailure(await get('RequestTimeout'), 'IO_ERROR');
  });

  it('of a version that does not repeat calls is IO_ERROR (constructed)', () => {
    const fields = { code: 'SlowDown', amzRequestid: undefined };
    expectUpstreamFailure(Object.assign(new S3Error(SECRET), fields), 'IO_ERROR');
  });

  it.each(REFUSED)('that is answered %s asked wrongly', async (code) => {
    expectUpstreamFailure(await get(code), 'INTERNAL_SERVER_ERROR');
  });

  it('that is refused the connection is IO_ERROR', async () => {
    const client = clientOf(await refusingPort());
    expectFailure(await thrownBy(() => client.listBuckets()), 'IO_ERROR');
  });
});
