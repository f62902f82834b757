import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { expectFailure, expectFailureWithSecret, SECRET } from '../../../support/expect-failure.js';
import { nativeRequire } from '../../../support/native-require.js';
import { refusingPort } from '../../../support/servers/loopback.server.js';
import { thrownBy } from '../../../support/thrown-by.js';
import { expectUpstreamFailure } from '../upstream/expect-upstream.js';
import { cut, html, json, never, thrownAt } from './store-stub.js';

// Within Jest's own realm the SDK wraps the errors of Node, which it does not know as errors there.
const { DynamoDBClient, ExecuteStatementCommand, ExecuteTransactionCommand, PutItemCommand } =
  nativeRequire<typeof import('@aws-sdk/client-dynamodb')>('@aws-sdk/client-dynamodb');

const clientOf = (endpoint: string, config: DynamoDBClientConfig = {}) =>
  new DynamoDBClient({
    endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: SECRET, secretAccessKey: SECRET },
    maxAttempts: 1,
    ...config,
  });

const put = (endpoint: string, config?: DynamoDBClientConfig) =>
  clientOf(endpoint, config).send(
    new PutItemCommand({
      TableName: 'users',
      Item: { email: { S: SECRET } },
      ConditionExpression: 'attribute_not_exists(email)',
    }),
  );

const Statement = `INSERT INTO users VALUE {'email': '${SECRET}'}`;
const insert = (endpoint: string) =>
  clientOf(endpoint).send(new ExecuteStatementCommand({ Statement }));
const insertTogether = (endpoint: string) =>
  clientOf(endpoint).send(new ExecuteTransactionCommand({ TransactStatements: [{ Statement }] }));

const fault = (type: string, rest: object, status = 400) =>
  json(
    status,
    { __type: `com.amazonaws.dynamodb.v20120810#${type}`, ...rest },
    { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': 'S1RRE6MR7QRVQBN2' },
  );

const cancelled = (...CancellationReasons: readonly object[]) =>
  fault('TransactionCanceledException', {
    Message: `Transaction cancelled, please refer cancellation reasons for specific reasons`,
    CancellationReasons,
  });

const NONE = { Code: 'None' };
const Item = { email: { S: SECRET } };

describe('DynamoDB', () => {
  it('that has the inserted key already is DUPLICATE_CONSTRAINT', async () => {
    const Message = `Duplicate primary key exists in table ${SECRET}`;
    const error = await thrownAt(fault('DuplicateItemException', { Message }), insert);
    expectFailureWithSecret(error, 'DUPLICATE_CONSTRAINT');
  });

  it('that has a key of a transaction already is DUPLICATE_CONSTRAINT', async () => {
    const answer = cancelled(NONE, {
      Code: 'DuplicateItem',
      Message: 'Duplicate primary key',
      Item,
    });
    const error = await thrownAt(answer, insertTogether);
    expectFailureWithSecret(error, 'DUPLICATE_CONSTRAINT');
  });

  it('whose condition is not met does not say which it was, so it is DATABASE_ERROR', async () => {
    const message = 'The conditional request failed';
    const error = await thrownAt(fault('ConditionalCheckFailedException', { message, Item }), put);
    expectFailureWithSecret(error, 'DATABASE_ERROR');
  });

  it('whose condition within a transaction is not met is DATABASE_ERROR', async () => {
    const answer = cancelled(NONE, { Code: 'ConditionalCheckFailed', Item });
    expectFailureWithSecret(await thrownAt(answer, insertTogether), 'DATABASE_ERROR');
  });

  it.each([
    ['ResourceNotFoundException', 400],
    ['ResourceInUseException', 400],
    ['ProvisionedThroughputExceededException', 400],
    ['RequestLimitExceeded', 400],
    ['ThrottlingException', 400],
    ['TransactionConflictException', 400],
    ['ItemCollectionSizeLimitExceededException', 400],
    ['ValidationException', 400],
    ['AccessDeniedException', 400],
    ['ExpiredTokenException', 400],
    ['UnrecognizedClientException', 400],
    ['InternalServerError', 500],
    ['ServiceUnavailable', 503],
  ])('that answers %s is DATABASE_ERROR', async (type, status) => {
    const error = await thrownAt(fault(type, { message: SECRET }, status), put);
    expectFailureWithSecret(error, 'DATABASE_ERROR');
  });

  // The SDK says nothing of DynamoDB in what it throws of a connection: it is the same for every service.
  it('whose proxy answers in HTML is IO_ERROR', async () => {
    expectUpstreamFailure(await thrownAt(html(502), put), 'IO_ERROR');
  });

  it('that cuts the connection is IO_ERROR', async () => {
    expectFailure(await thrownAt(cut, put), 'IO_ERROR');
  });

  it('that refuses the connection is IO_ERROR', async () => {
    const endpoint = `http://127.0.0.1:${await refusingPort()}`;
    expectFailure(await thrownBy(() => put(endpoint)), 'IO_ERROR');
  });

  it('that does not answer in time is IO_ERROR', async () => {
    const requestHandler = { requestTimeout: 50, throwOnRequestTimeout: true };
    const error = await thrownAt(never, (endpoint) => put(endpoint, { requestHandler }));
    expectFailure(error, 'IO_ERROR');
  });
});
