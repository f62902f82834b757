import {
  credentials,
  makeGenericClientConstructor,
  Metadata,
  type sendUnaryData,
  Server,
  ServerCredentials,
  type ServerUnaryCall,
} from '@grpc/grpc-js';
import { RpcException } from '@nestjs/microservices';
import { SECRET } from '../../../support/expect-failure.js';
import { translate } from '../../../support/translate.js';

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

describe('a status over gRPC', () => {
  const server = new Server();
  let client: InstanceType<typeof Client>;

  beforeAll(async () => {
    server.addService(Client.service, {
      /** Answers with the trailers that were sent. */
      get({ metadata }: ServerUnaryCall<Buffer, Buffer>, answer: sendUnaryData<Buffer>) {
        const trailers = new Metadata();
        for (const [name, value] of Object.entries(metadata.getMap())) {
          if (name.startsWith('authos-')) trailers.set(name, value);
        }
        answer({ code: 5, details: 'No plan.', metadata: trailers });
      },
    });
    const port = await new Promise((resolve, reject) => {
      server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
        error ? reject(error) : resolve(bound),
      );
    });
    client = new Client(`127.0.0.1:${String(port)}`, credentials.createInsecure());
  });

  afterAll(() => {
    client.close();
    server.forceShutdown();
  });

  function answered(trailers: Record<string, string>): Promise<Error> {
    const metadata = new Metadata();
    Object.entries(trailers).forEach(([name, value]) => metadata.set(name, value));
    return new Promise((resolve) => {
      client.get!(Buffer.from(''), metadata, (error: unknown) => resolve(error as Error));
    });
  }

  it('has the code of its trailer, and its text', async () => {
    const error = await answered({ 'authos-error-code': 'TEAM_LIMIT_EXCEEDED' });
    expect(translate(error)).toMatchObject({ code: 'TEAM_LIMIT_EXCEEDED', message: 'No plan.' });
    expect(translate(new RpcException(error))).toEqual(translate(error));
    expect(translate(new Error(SECRET, { cause: error }))).toEqual(translate(error));
  });

  it('of a fault of the other service has no text', async () => {
    const error = await answered({ 'authos-error-code': 'STRIPE_ERROR' });
    expect(translate(error)).toMatchObject({ code: 'STRIPE_ERROR', message: undefined });
  });

  it.each([
    ['5', 5],
    ['0', 0],
    ['0005', 5],
    ['-5', undefined],
    ['5.5', undefined],
    ['5e3', undefined],
    ['soon', undefined],
    ['', undefined],
    ['9'.repeat(20), undefined],
  ])('says when to try again: %j', async (text, retryAfter) => {
    const trailers = { 'authos-error-code': 'IO_ERROR', 'authos-retry-after': text };
    expect(translate(await answered(trailers))).toMatchObject({ code: 'IO_ERROR', retryAfter });
  });

  it.each(['', 'PLAN_NOT_FOUND', 'not_found', 'constructor', '__proto__', 'toString'])(
    'with the unknown code %j is an answer to another call',
    async (code) => {
      const error = await answered({ 'authos-error-code': code, 'authos-retry-after': '5' });
      expect(translate(error)).toMatchObject({
        code: 'INTERNAL_SERVER_ERROR',
        message: undefined,
        retryAfter: undefined,
      });
    },
  );

  it.each([
    ['an Error with trailers alone', { metadata: trailersOf('NOT_FOUND') }],
    ['a code in letters', { ...shape(), code: '5' }],
    ['no details', { ...shape(), details: undefined }],
    ['the trailers as an object', { ...shape(), metadata: { 'authos-error-code': 'NOT_FOUND' } }],
    ['a message without the number', { ...shape(), message: 'No plan.' }],
  ])('is not what this comes from (constructed): %s', (_name, fields) => {
    expect(translate(Object.assign(new Error(SECRET), fields))).toMatchObject({
      code: 'INTERNAL_SERVER_ERROR',
      message: undefined,
    });
  });

  it('is what its whole shape comes from (constructed)', () => {
    const error = Object.assign(new Error(SECRET), shape());
    expect(translate(error)).toMatchObject({ code: 'NOT_FOUND', message: 'No plan.' });
  });
});

function shape(): object {
  return {
    code: 5,
    details: 'No plan.',
    message: '5 NOT_FOUND: No plan.',
    metadata: trailersOf('NOT_FOUND'),
  };
}

function trailersOf(code: string): Metadata {
  const metadata = new Metadata();
  metadata.set('authos-error-code', code);
  return metadata;
}
