import { errorWith, SECRET } from '../secret.js';

const DUPLICATE = `duplicate key value: Key (email)=(${SECRET}) already exists.`;

const uniqueViolation = (): Error =>
  errorWith(
    { severity: 'ERROR', code: '23505', detail: DUPLICATE, constraint: 'uq_users_email' },
    DUPLICATE,
  );

/** ioredis has the classes of redis-errors, which are told by their names. */
class RedisError extends Error {}
class ReplyError extends RedisError {}

class ElasticsearchClientError extends Error {}
class ResponseError extends ElasticsearchClientError {}

class DynamoDBServiceException extends Error {}

/** What databases, their drivers and ORMs, search engines and key-value stores throw. */
export const DATABASE_FAULTS = {
  'pg-unique-violation': uniqueViolation,
  'pg-syntax-error': () => errorWith({ severity: 'ERROR', code: '42601', position: '8' }),
  'postgres-js-error': () =>
    errorWith({ code: 'UNDEFINED_VALUE', query: SECRET, parameters: [SECRET], args: [SECRET] }),
  'mysql2-duplicate': () =>
    errorWith({ code: 'ER_DUP_ENTRY', errno: 1062, sqlState: '23000', sql: SECRET }),
  'mariadb-error': () => errorWith({ name: 'SqlError', errno: 1054, sqlState: '42S22' }),
  'sqlite-duplicate': () =>
    errorWith({ code: 'SQLITE_CONSTRAINT_UNIQUE' }, `UNIQUE constraint failed: users.${SECRET}`),
  'mongodb-duplicate': () =>
    errorWith({ name: 'MongoServerError', code: 11_000, errorResponse: { keyValue: SECRET } }),
  'typeorm-query-failed': () =>
    errorWith({ query: SECRET, parameters: [SECRET], driverError: uniqueViolation() }),
  'typeorm-entity-not-found': () => errorWith({ entityClass: 'User', criteria: { id: SECRET } }),
  'prisma-P2002': () =>
    errorWith({ code: 'P2002', clientVersion: '7.10.0', meta: { target: [SECRET] } }),
  'prisma-P2025': () => errorWith({ code: 'P2025', clientVersion: '7.10.0', meta: {} }),
  'prisma-P2039': () => errorWith({ code: 'P2039', clientVersion: '7.10.0', meta: {} }),
  'prisma-without-code': () => errorWith({ clientVersion: '7.10.0' }),
  'sequelize-unique-constraint': () =>
    errorWith({ name: 'SequelizeUniqueConstraintError', original: uniqueViolation(), sql: SECRET }),
  'drizzle-query-error': () =>
    Object.assign(new Error(`Failed query: ${SECRET}`, { cause: uniqueViolation() }), {
      query: SECRET,
      params: [SECRET],
    }),
  'knex-error': () =>
    errorWith({ code: 'ER_NO_SUCH_TABLE', errno: 1146, sqlState: '42S02', sql: SECRET }),
  'redis-reply': () =>
    Object.assign(new ReplyError(`WRONGTYPE ${SECRET}`), {
      command: { name: 'get', args: [SECRET] },
    }),
  'elasticsearch-conflict': () =>
    Object.assign(new ResponseError(`version_conflict_engine_exception: [${SECRET}]`), {
      meta: {
        statusCode: 409,
        body: { error: { reason: `[${SECRET}]: document already exists` } },
      },
    }),
  'dynamodb-failed-condition': () =>
    Object.assign(new DynamoDBServiceException(SECRET), {
      name: 'ConditionalCheckFailedException',
      $fault: 'client',
      $metadata: { httpStatusCode: 400, requestId: SECRET },
    }),
  'couchdb-conflict': () =>
    errorWith({ scope: 'couch', error: 'conflict', statusCode: 409, request: { body: SECRET } }),
  'neo4j-exists': () =>
    errorWith(
      { name: 'Neo4jError', code: 'Neo.ClientError.Schema.ConstraintValidationFailed' },
      `Node(7) already exists with label User and property email = '${SECRET}'`,
    ),
} as const;
