import { PrismaMariaDb } from '@prisma/adapter-mariadb';
import { PrismaPg } from '@prisma/adapter-pg';
import type { DatabaseClient, Session } from '../database-client.js';
import { SECRET } from '../../support/expect-failure.js';
import { PrismaClient as MySqlClient } from '../prisma/generated/mysql/client.js';
import { PrismaClient as PostgreSqlClient } from '../prisma/generated/postgresql/client.js';
import { mariaDbPool } from './mariadb.client.js';
import { COLUMNS_BEHIND_KEYS } from './mysql2.client.js';

type Transaction = Pick<PostgreSqlClient, 'user' | 'post' | '$queryRawUnsafe'>;

function session(client: Transaction): Session {
  return {
    insertUser: (data) => client.user.create({ data }),
    insertPost: (data) => client.post.create({ data }),
    updateEmail: (id, email) => client.user.update({ where: { id }, data: { email } }),
    query: (sql) => client.$queryRawUnsafe(sql),
  };
}

function connection(client: PostgreSqlClient): Awaited<ReturnType<DatabaseClient['open']>> {
  return {
    ...session(client),
    findMissing: (email) => client.user.findUniqueOrThrow({ where: { email } }),
    transaction: (work) => client.$transaction((tx) => work(session(tx))),
    own: {
      'update of a missing row': () =>
        client.user.update({ where: { id: 99 }, data: { name: SECRET } }),
      'connect to a missing row': () =>
        client.user.update({ where: { id: 1 }, data: { posts: { connect: { id: 99 } } } }),
      'wrong arguments': () => client.user.findMany({ where: { id: SECRET as never } }),
      'transaction after its end': () =>
        client
          .$transaction(async (tx) => ({ late: () => tx.user.findMany() }))
          .then(({ late }) => late()),
    },
    close: () => client.$disconnect(),
  };
}

async function openPostgreSql(connectionString: string): ReturnType<DatabaseClient['open']> {
  const adapter = new PrismaPg({ connectionString }, { onPoolError: () => {} });
  return connection(new PostgreSqlClient({ adapter }));
}

async function openMariaDb(url: string): ReturnType<DatabaseClient['open']> {
  const client = new MySqlClient({ adapter: new PrismaMariaDb(mariaDbPool(url)) });
  // The two generated clients have the same models and the same methods.
  return connection(client as unknown as PostgreSqlClient);
}

const ownFaults = {
  'update of a missing row': 'NOT_FOUND',
  'connect to a missing row': 'NOT_FOUND',
  'wrong arguments': 'DATABASE_ERROR',
  'transaction after its end': 'DATABASE_ERROR',
} as const;

/** It tells the index and the table alone; the column of `users_email_key` follows from the names. */
const COLUMNS_BEHIND_INDEXES = ['users.phone', 'posts.author_id,slug', 'users.id'] as const;

export const PRISMA_CLIENTS: readonly DatabaseClient[] = [
  ...(['PostgreSQL', 'PGlite'] as const).map((server): DatabaseClient => ({
    library: '@prisma/client',
    driver: '@prisma/adapter-pg',
    server,
    open: openPostgreSql,
    ownFaults,
    unknownNames: COLUMNS_BEHIND_INDEXES,
  })),
  {
    library: '@prisma/client',
    driver: '@prisma/adapter-mariadb',
    server: 'MariaDB',
    open: openMariaDb,
    ownFaults,
    unknownNames: ['users.email', ...COLUMNS_BEHIND_KEYS],
  },
];
