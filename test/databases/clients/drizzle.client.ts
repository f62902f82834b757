import { eq, sql } from 'drizzle-orm';
import * as mysqlCore from 'drizzle-orm/mysql-core';
import { drizzle as drizzleMySql2 } from 'drizzle-orm/mysql2';
import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres';
import * as pgCore from 'drizzle-orm/pg-core';
import { drizzle as drizzlePostgresJs } from 'drizzle-orm/postgres-js';
import { createPool } from 'mysql2/promise';
import pg from 'pg';
import postgres from 'postgres';
import type { Connection, DatabaseClient, Session } from '../database-client.js';
import { COLUMNS_BEHIND_KEYS } from './mysql2.client.js';

type Database = pgCore.PgDatabase<pgCore.PgQueryResultHKT>;

const pgTables = {
  users: pgCore.pgTable('users', {
    id: pgCore.integer().primaryKey(),
    email: pgCore.varchar(),
    name: pgCore.varchar(),
    age: pgCore.integer(),
    phone: pgCore.varchar(),
  }),
  posts: pgCore.pgTable('posts', {
    id: pgCore.integer().primaryKey(),
    authorId: pgCore.integer('author_id'),
    slug: pgCore.varchar(),
  }),
};

const mysqlTables = {
  users: mysqlCore.mysqlTable('users', {
    id: mysqlCore.int().primaryKey(),
    email: mysqlCore.text(),
    name: mysqlCore.text(),
    age: mysqlCore.int(),
    phone: mysqlCore.text(),
  }),
  posts: mysqlCore.mysqlTable('posts', {
    id: mysqlCore.int().primaryKey(),
    authorId: mysqlCore.int('author_id'),
    slug: mysqlCore.text(),
  }),
};

function session(db: Database, { users, posts }: typeof pgTables): Session {
  return {
    insertUser: async (user) => db.insert(users).values(user),
    insertPost: async (post) => db.insert(posts).values(post),
    updateEmail: async (id, email) => db.update(users).set({ email }).where(eq(users.id, id)),
    query: async (text) => db.execute(sql.raw(text)),
  };
}

function connection(
  db: Database,
  tables: typeof pgTables,
  close: () => Promise<unknown>,
): Connection {
  return {
    ...session(db, tables),
    transaction: (work) => db.transaction((tx) => work(session(tx, tables))),
    own: { rollback: () => db.transaction(async (tx) => tx.rollback()) },
    close,
  };
}

async function openPg(connectionString: string): Promise<Connection> {
  const pool = new pg.Pool({ connectionString });
  // Without listeners, a connection that breaks ends the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return connection(drizzlePg(pool), pgTables, () => pool.end());
}

async function openPostgresJs(url: string): Promise<Connection> {
  const client = postgres(url, { onnotice: () => {}, fetch_types: false });
  return connection(drizzlePostgresJs(client), pgTables, () => client.end({ timeout: 0 }));
}

async function openMySql2(url: string): Promise<Connection> {
  const pool = createPool(url);
  const db = drizzleMySql2(pool);
  // Both dialects have the same methods.
  return connection(db as unknown as Database, mysqlTables as unknown as typeof pgTables, () =>
    pool.end(),
  );
}

const ownFaults = { rollback: 'DATABASE_ERROR' } as const;

export const DRIZZLE_CLIENTS: readonly DatabaseClient[] = [
  ...(['PostgreSQL', 'PGlite'] as const).flatMap((server): DatabaseClient[] => [
    {
      library: 'drizzle-orm',
      driver: 'pg',
      server,
      open: openPg,
      without: ['missing row'],
      ownFaults,
    },
    {
      library: 'drizzle-orm',
      driver: 'postgres',
      server,
      open: openPostgresJs,
      without: ['missing row'],
      ownFaults,
    },
  ]),
  {
    library: 'drizzle-orm',
    driver: 'mysql2',
    server: 'MariaDB',
    open: openMySql2,
    without: ['missing row'],
    ownFaults,
    unknownNames: COLUMNS_BEHIND_KEYS,
  },
];
