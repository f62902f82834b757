import { descendsFrom } from '../../class-chain.js';
import type { SourceMapping } from '../../source-mapper.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';
import { DATABASE_ERROR, duplicate } from './database-mapping.js';

const CONFLICT = 409;
const ARANGO_UNIQUE = 1210;
/** Neo4j's code of a value that is there is that of a missing or a wrong one as well; its text tells, or its status in GQL. */
const NEO4J_CONSTRAINT = 'Neo.ClientError.Schema.ConstraintValidationFailed';
const NEO4J_EXISTS = ' already exists with ';
const NEO4J_UNIQUENESS = new Set<unknown>(['22N41', '22N42', '22N79', '22N80']);

/** Stores with classes of their own: Cosmos DB, ArangoDB, Neo4j, Cassandra and ClickHouse. */
export function mapDocumentStoreError(error: UnknownObject): SourceMapping | undefined {
  if ('activityId' in error && 'substatus' in error) return byConflict(error.code === CONFLICT);
  if (isCosmosRequest(error) || isArangoRequest(error)) return DATABASE_ERROR;
  switch (error.name) {
    case 'ArangoError':
      return byConflict(error.errorNum === ARANGO_UNIQUE);
    case 'Neo4jError':
      return byConflict(isNeo4jDuplicate(error));
    default:
      return isCassandra(error) || isClickHouse(error) ? DATABASE_ERROR : undefined;
  }
}

/** The client of Cosmos DB writes its diagnostics on whatever a request failed with, also on the errors of others. */
function isCosmosRequest({ diagnostics }: UnknownObject): boolean {
  return isObject(diagnostics) && 'clientSideRequestStatistics' in diagnostics;
}

/** Without an answer of ArangoDB, of a proxy or of none at all: whether to repeat the request says only this client. */
function isArangoRequest(error: UnknownObject): boolean {
  return 'isSafeToRetry' in error && descendsFrom(error, 'NetworkError');
}

/** Every error of its driver says in `info` what it represents. */
function isCassandra(error: UnknownObject): boolean {
  return typeof error.info === 'string' && descendsFrom(error, 'DriverError');
}

/** Its errors have no name of their own, only their class has. */
function isClickHouse(error: UnknownObject): boolean {
  return 'code' in error && 'type' in error && descendsFrom(error, 'ClickHouseError');
}

function isNeo4jDuplicate({ code, message, gqlStatus }: UnknownObject): boolean {
  return (
    code === NEO4J_CONSTRAINT &&
    (NEO4J_UNIQUENESS.has(gqlStatus) ||
      (typeof message === 'string' && message.includes(NEO4J_EXISTS)))
  );
}

function byConflict(isConflict: boolean): SourceMapping {
  return isConflict ? duplicate([]) : DATABASE_ERROR;
}
