import type { DatabaseClient } from '../database-client.js';
import { DRIZZLE_CLIENTS } from './drizzle.client.js';
import { KNEX_CLIENTS } from './knex.client.js';
import { MARIADB_CLIENTS } from './mariadb.client.js';
import { MIKRO_ORM_CLIENTS } from './mikro-orm.client.js';
import { MYSQL2_CLIENTS } from './mysql2.client.js';
import { PG_CLIENTS } from './pg.client.js';
import { POSTGRES_JS_CLIENTS } from './postgres-js.client.js';
import { PRISMA_CLIENTS } from './prisma.client.js';
import { SEQUELIZE_CLIENTS } from './sequelize.client.js';
import { TYPEORM_CLIENTS } from './typeorm.client.js';

/** Every library that is tested, on every database it is tested with. */
export const CLIENTS: readonly DatabaseClient[] = [
  ...TYPEORM_CLIENTS,
  ...PRISMA_CLIENTS,
  ...SEQUELIZE_CLIENTS,
  ...MIKRO_ORM_CLIENTS,
  ...DRIZZLE_CLIENTS,
  ...KNEX_CLIENTS,
  ...PG_CLIENTS,
  ...POSTGRES_JS_CLIENTS,
  ...MYSQL2_CLIENTS,
  ...MARIADB_CLIENTS,
];
