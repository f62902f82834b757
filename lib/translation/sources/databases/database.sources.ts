import type { SourceMapper } from '../../source-mapper.js';
import { withFields } from '../with-fields.js';
import { mapConnectionText } from './connection-text.mapper.js';
import { mapCouchDbError } from './couchdb.mapper.js';
import { mapDataApiError } from './data-api.mapper.js';
import { mapDocumentStoreError } from './document-store.mapper.js';
import { mapDrizzleError } from './drizzle.mapper.js';
import { mapDynamoDbError } from './dynamodb.mapper.js';
import { mapEnterpriseDriverError } from './enterprise-driver.mapper.js';
import { mapFirestoreError } from './firestore.mapper.js';
import { mapKnexError } from './knex.mapper.js';
import { mapMikroOrmError } from './mikro-orm.mapper.js';
import { mapMongoError } from './mongo.mapper.js';
import { mapMySqlError } from './mysql.mapper.js';
import { mapPostgresError } from './postgres.mapper.js';
import { mapPrismaError } from './prisma.mapper.js';
import { mapQueryBuilderError } from './query-builder.mapper.js';
import { mapRedisError } from './redis.mapper.js';
import { mapSearchEngineError } from './search-engine.mapper.js';
import { mapSequelizeError } from './sequelize.mapper.js';
import { mapSqliteError } from './sqlite.mapper.js';
import { mapTypeOrmError } from './typeorm.mapper.js';

/** Databases, their drivers and ORMs, search engines and key-value stores. */
export const DATABASE_SOURCES: readonly SourceMapper[] = [
  withFields(
    mapPrismaError,
    // TypeORM and MikroORM copy the fields of the driver's error, and know more than it: before the drivers.
    mapTypeOrmError,
    mapMikroOrmError,
    mapSequelizeError,
    mapDrizzleError,
    mapKnexError,
    mapMongoError,
    mapPostgresError,
    mapMySqlError,
    mapSqliteError,
    mapEnterpriseDriverError,
    mapCouchDbError,
    mapQueryBuilderError,
    mapDataApiError,
    mapRedisError,
    mapSearchEngineError,
    mapDocumentStoreError,
    mapDynamoDbError,
    mapFirestoreError,
  ),
  mapConnectionText,
];
