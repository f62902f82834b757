import { expectFailure, expectFailureWithSecret, SECRET } from '../../../support/expect-failure.js';
import { nativeRequire } from '../../../support/native-require.js';
import {
  type LoopbackServer,
  refusingPort,
  startHttpServer,
} from '../../../support/servers/loopback.server.js';
import { thrownBy } from '../../../support/thrown-by.js';

/** What the tests use of the package, which has no types. */
interface Braintree {
  Environment: new (host: string, port: number, authUrl: string, ssl: boolean) => object;
  BraintreeGateway: new (config: object) => {
    config: { timeout: number };
    customer: { find(id: string): Promise<unknown> };
    webhookNotification: {
      parse(signature: string, payload: string): Promise<unknown>;
      verify(challenge: string): string;
    };
  };
}

const { BraintreeGateway, Environment } = nativeRequire<Braintree>('braintree');

describe('Braintree', () => {
  let server: LoopbackServer;

  beforeAll(async () => {
    server = await startHttpServer((request, response) => {
      const status = Number(request.url?.split('/').at(-1));
      if (status === 0) return;
      response.writeHead(status, { 'content-type': 'application/xml' }).end('<hunter2/>');
    });
  });

  afterAll(() => server.stop());

  const gateway = (port = server.port) =>
    new BraintreeGateway({
      environment: new Environment('127.0.0.1', port, '', false),
      merchantId: 'us',
      publicKey: 'public',
      privateKey: SECRET,
    });

  it.each([
    ['a key that it refuses', 401],
    ['a key without the permission', 403],
    ['no such customer', 404],
    ['a time-out of its own', 408],
    ['a version that is too old', 426],
    ['too many requests', 429],
    ['a failure', 500],
    ['a page of a proxy', 502],
    ['a pause', 503],
    ['no answer of its own', 504],
  ])('answering with %s is BILLING_ERROR', async (_name, status) => {
    expectFailure(await thrownBy(() => gateway().customer.find(String(status))), 'BILLING_ERROR');
  });

  it.each([
    ['is down', async () => gateway(await refusingPort()).customer.find('404')],
    [
      'never answers',
      () => {
        const impatient = gateway();
        impatient.config.timeout = 100;
        return impatient.customer.find('0');
      },
    ],
  ])('that %s is BILLING_ERROR', async (_name, call) => {
    const error = await thrownBy(call);
    expect(error).toMatchObject({ type: 'unexpectedError' });
    expectFailure(error, 'BILLING_ERROR');
  });

  it.each([
    ['without a signature', '', 'aHVudGVyMg=='],
    ['without a body', 'public|hunter2', ''],
    ['of another key', 'other|hunter2', 'aHVudGVyMg=='],
    ['with another body', 'public|hunter2', 'aHVudGVyMg=='],
    ['whose body is none', 'public|hunter2', '<hunter2>'],
  ])('sending a webhook %s is BAD_REQUEST', async (_name, signature, payload) => {
    const error = await thrownBy(() => gateway().webhookNotification.parse(signature, payload));
    expectFailure(error, 'BAD_REQUEST');
  });

  it('sending a challenge that is none is BAD_REQUEST', async () => {
    expectFailure(
      await thrownBy(() => gateway().webhookNotification.verify(SECRET)),
      'BAD_REQUEST',
    );
  });

  it.each([
    ['another name', { type: 'notFoundError', name: 'Error' }],
    ['another type', { type: 'E', name: 'E' }],
    ['an inherited type', { type: undefined, name: 'notFoundError' }],
  ])('is not what throws an error of %s', (_name, properties) => {
    expectFailure(Object.assign(new Error('x'), properties), 'INTERNAL_SERVER_ERROR');
  });

  it('keeps its key to itself', async () => {
    const error = Object.assign((await thrownBy(() => gateway().customer.find('401'))) as Error, {
      config: SECRET,
    });
    expectFailureWithSecret(error, 'BILLING_ERROR');
  });
});
