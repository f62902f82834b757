import { descendsFrom } from '../../class-chain.js';
import type { SourceMapping } from '../../source-mapper.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';
import { DATABASE_ERROR, duplicate } from './database-mapping.js';

/**
 * DynamoDB by the class of its service: `$fault` is the same for all of AWS. A failed condition does not say what it
 * asked for, so only the INSERT of PartiQL tells that a key exists, alone or as a reason of its transaction.
 */
export function mapDynamoDbError(error: UnknownObject): SourceMapping | undefined {
  if (!('$fault' in error) || !descendsFrom(error, 'DynamoDBServiceException')) return undefined;
  const exists = error.name === 'DuplicateItemException' || hasDuplicate(error.CancellationReasons);
  return exists ? duplicate([]) : DATABASE_ERROR;
}

function hasDuplicate(reasons: unknown): boolean {
  return (
    Array.isArray(reasons) &&
    reasons.some((reason: unknown) => isObject(reason) && reason.Code === 'DuplicateItem')
  );
}
