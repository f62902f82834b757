import { descendsFrom } from '../../class-chain.js';
import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { DATABASE_ERROR, duplicate } from './database-mapping.js';

const CONFLICT = 409;
const ARANGO_UNIQUE = 1210;
const NEO4J_CONSTRAINT = 'Neo.ClientError.Schema.ConstraintValidationFailed';

/** Stores with classes of their own: DynamoDB, Cosmos DB, ArangoDB, Neo4j, Cassandra and ClickHouse. */
export function mapDocumentStoreError(error: UnknownObject): SourceMapping | undefined {
  if ('$fault' in error) {
    return descendsFrom(error, 'DynamoDBServiceException') ? DATABASE_ERROR : undefined;
  }
  if ('activityId' in error && 'substatus' in error) return byConflict(error.code === CONFLICT);
  switch (error.name) {
    case 'ArangoError':
      return byConflict(error.errorNum === ARANGO_UNIQUE);
    case 'Neo4jError':
      return byConflict(error.code === NEO4J_CONSTRAINT);
    case 'ClickHouseError':
      return DATABASE_ERROR;
    default:
      return isCassandra(error) ? DATABASE_ERROR : undefined;
  }
}

/** Every error of its driver says in `info` what it represents. */
function isCassandra(error: UnknownObject): boolean {
  return typeof error.info === 'string' && descendsFrom(error, 'DriverError');
}

function byConflict(isConflict: boolean): SourceMapping {
  return isConflict ? duplicate([]) : DATABASE_ERROR;
}
