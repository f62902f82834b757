import type { SourceMapper } from '../../source-mapper.js';
import { mapDrizzleError } from './drizzle.mapper.js';
import { mapKnexError } from './knex.mapper.js';
import { mapMikroOrmError } from './mikro-orm.mapper.js';
import { mapMongoError } from './mongo.mapper.js';
import { mapMySqlError } from './mysql.mapper.js';
import { mapPostgresError } from './postgres.mapper.js';
import { mapPrismaError } from './prisma.mapper.js';
import { mapSequelizeError } from './sequelize.mapper.js';
import { mapSqliteError } from './sqlite.mapper.js';
import { mapTypeOrmError } from './typeorm.mapper.js';

/** Databases, their drivers and their ORMs. */
export const DATABASE_SOURCES: readonly SourceMapper[] = [
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
];
