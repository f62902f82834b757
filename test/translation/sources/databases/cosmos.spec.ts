import type { RequestListener } from 'node:http';
import { CosmosClient } from '@azure/cosmos';
import { expectFailure, expectFailureWithSecret, SECRET } from '../../../support/expect-failure.js';
import { refusingPort } from '../../../support/servers/loopback.server.js';
import { thrownBy } from '../../../support/thrown-by.js';
import { cut, html, json, thrownAt } from './store-stub.js';

const CONTAINER = json(200, { id: 'users', partitionKey: { paths: ['/id'], kind: 'Hash' } });

/** The client asks for the container before it writes to it. */
const onDocuments =
  (answer: RequestListener): RequestListener =>
  (request, response) =>
    (request.url?.includes('/docs') ? answer : CONTAINER)(request, response);

const fault = (status: number, code: string, substatus?: number) =>
  onDocuments(
    json(
      status,
      { code, message: `Message: {"Errors":["${SECRET}"]}\r\nActivityId: 6f1e5b7c, ${SECRET}` },
      {
        'x-ms-activity-id': '6f1e5b7c-3ad5-4cd4-a3b5-0d4a3f0a3d7b',
        'x-ms-retry-after-ms': '1',
        ...(substatus !== undefined && { 'x-ms-substatus': String(substatus) }),
      },
    ),
  );

const containerOf = (endpoint: string) =>
  new CosmosClient({
    endpoint,
    key: Buffer.from(SECRET).toString('base64'),
    connectionPolicy: {
      enableEndpointDiscovery: false,
      enableBackgroundEndpointRefreshing: false,
      retryOptions: {
        maxRetryAttemptCount: 0,
        fixedRetryIntervalInMilliseconds: 1,
        maxWaitTimeInSeconds: 1,
      },
    },
  })
    .database('shop')
    .container('users');

const create = (endpoint: string) => containerOf(endpoint).items.create({ id: '1', email: SECRET });
const remove = (endpoint: string) => containerOf(endpoint).item('1', '1').delete();

describe('Cosmos DB', () => {
  it.each([undefined, 0, 3205])(
    'that has the key already is DUPLICATE_CONSTRAINT, with the substatus %s',
    async (substatus) => {
      const error = await thrownAt(fault(409, 'Conflict', substatus), create);
      expectFailureWithSecret(error, 'DUPLICATE_CONSTRAINT');
    },
  );

  it('that has no such item to delete is DATABASE_ERROR', async () => {
    expectFailureWithSecret(await thrownAt(fault(404, 'NotFound'), remove), 'DATABASE_ERROR');
  });

  it.each([
    [400, 'BadRequest'],
    [401, 'Unauthorized'],
    [403, 'Forbidden'],
    [412, 'PreconditionFailed'],
    [413, 'RequestEntityTooLarge'],
    [429, 'TooManyRequests'],
    [449, 'RetryWith'],
    [500, 'InternalServerError'],
  ])('that answers with %d %s is DATABASE_ERROR', async (status, code) => {
    expectFailureWithSecret(await thrownAt(fault(status, code), create), 'DATABASE_ERROR');
  });

  it('whose proxy answers in HTML is DATABASE_ERROR', async () => {
    const error = await thrownAt(onDocuments(html(502)), create);
    expectFailureWithSecret(error, 'DATABASE_ERROR');
  });

  it('that cuts the connection is DATABASE_ERROR', async () => {
    const error = await thrownAt(onDocuments(cut), create);
    expect(error).toMatchObject({ request: { body: expect.stringContaining(SECRET) } });
    expectFailure(error, 'DATABASE_ERROR');
  });

  it('that refuses the connection is DATABASE_ERROR', async () => {
    const endpoint = `http://127.0.0.1:${await refusingPort()}/${SECRET}`;
    expectFailureWithSecret(await thrownBy(() => create(endpoint)), 'DATABASE_ERROR');
  });
});
