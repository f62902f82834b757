import {
  credentials,
  makeGenericClientConstructor,
  type sendUnaryData,
  Server,
  ServerCredentials,
  type ServerUnaryCall,
  status as Status,
} from '@grpc/grpc-js';
import { expectFailure, SECRET } from '../../../support/expect-failure.js';
import { refusingPort } from '../../../support/servers/loopback.server.js';
import { expectUpstreamFailure } from './expect-upstream.js';

const bytes = (value: Buffer): Buffer => value;
const Client = makeGenericClientConstructor(
  {
    get: {
      path: '/loopback/get',
      requestStream: false,
      responseStream: false,
      requestSerialize: bytes,
      requestDeserialize: bytes,
      responseSerialize: bytes,
      responseDeserialize: bytes,
    },
  },
  'loopback',
);

describe('gRPC', () => {
  const server = new Server();
  let port: number;

  beforeAll(async () => {
    server.addService(Client.service, {
      /** Answers with the status that was asked for, and never to 0. */
      get(call: ServerUnaryCall<Buffer, Buffer>, answer: sendUnaryData<Buffer>) {
        const code = Number(call.request);
        if (code > 0) answer({ code, details: SECRET });
      },
    });
    port = await new Promise((resolve, reject) => {
      server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
        error ? reject(error) : resolve(bound),
      );
    });
  });

  afterAll(() => server.forceShutdown());

  /** What a call ends with. */
  function ask(code: number, of = port): Promise<unknown> {
    const client = new Client(`127.0.0.1:${of}`, credentials.createInsecure());
    return new Promise((resolve) => {
      const deadline = Date.now() + 500;
      client.get!(Buffer.from(`${code}`), { deadline }, (error: unknown) => {
        client.close();
        resolve(error);
      });
    });
  }

  it.each([Status.DEADLINE_EXCEEDED, Status.UNAVAILABLE])(
    'that answers with %s is IO_ERROR',
    async (code) => {
      expectUpstreamFailure(await ask(code), 'IO_ERROR');
    },
  );

  it.each([
    Status.NOT_FOUND,
    Status.ALREADY_EXISTS,
    Status.PERMISSION_DENIED,
    Status.RESOURCE_EXHAUSTED,
    Status.INTERNAL,
    Status.UNAUTHENTICATED,
  ])('that answers with %s has an answer to another call', async (code) => {
    expectUpstreamFailure(await ask(code), 'INTERNAL_SERVER_ERROR');
  });

  it('that does not answer in time is IO_ERROR', async () => {
    const error = await ask(0);
    expect(error).toMatchObject({ code: Status.DEADLINE_EXCEEDED });
    expectFailure(error, 'IO_ERROR');
  });

  it('that refuses the connection is IO_ERROR', async () => {
    expectFailure(await ask(1, await refusingPort()), 'IO_ERROR');
  });

  it.each([
    ['a number and details', { code: 14, details: 'x' }],
    ['a number, details and their text', { code: 14, details: 'x', message: '14 UNAVAILABLE: x' }],
    ['a number, details and metadata', { code: 14, details: 'x', metadata: {} }],
    ['a code in letters', { code: '14', details: 'x', metadata: {}, message: '14 UNAVAILABLE: x' }],
  ])('is not what an error with %s comes from', (_name, fields) => {
    const error = Object.assign(new Error('x'), fields);
    expectFailure(error, 'INTERNAL_SERVER_ERROR');
  });
});
