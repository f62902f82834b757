import knex, { type Knex } from 'knex';
import type { DatabaseClient, Session } from '../database-client.js';
import { COLUMNS_BEHIND_KEYS } from './mysql2.client.js';
import { REFUSED_LIKE_ANY_SOCKET } from './pg.client.js';

function session(builder: Knex): Session {
  return {
    insertUser: (user) => builder('users').insert(user),
    insertPost: ({ id, authorId, slug }) =>
      builder('posts').insert({ id, author_id: authorId, slug }),
    updateEmail: (id, email) => builder('users').where({ id }).update({ email }),
    query: (sql) => builder.raw(sql),
  };
}

function openWith(client: string) {
  return async (connection: string): ReturnType<DatabaseClient['open']> => {
    const builder = knex({
      client,
      connection,
      log: { warn: () => {} },
      pool: { min: 0, max: 2 },
      acquireConnectionTimeout: 100,
    });
    return {
      ...session(builder),
      transaction: (work) => builder.transaction((tx) => work(session(tx))),
      own: {
        'exhausted pool': () =>
          builder.transaction(() => builder.transaction(() => builder.transaction(async () => {}))),
      },
      close: () => builder.destroy(),
    };
  };
}

const LOST_BEHIND_A_STATEMENT = {
  fault: 'connection lost',
  code: 'INTERNAL_SERVER_ERROR',
  because: 'Knex writes the statement before the text of the driver, which has no code',
} as const;

const ownFaults = { 'exhausted pool': 'DATABASE_ERROR' } as const;

export const KNEX_CLIENTS: readonly DatabaseClient[] = [
  ...(['PostgreSQL', 'PGlite'] as const).map((server): DatabaseClient => ({
    library: 'knex',
    driver: 'pg',
    server,
    open: openWith('pg'),
    ownFaults,
    without: ['missing row'],
    exceptions: [LOST_BEHIND_A_STATEMENT, REFUSED_LIKE_ANY_SOCKET],
  })),
  {
    library: 'knex',
    driver: 'mysql2',
    server: 'MariaDB',
    open: openWith('mysql2'),
    ownFaults,
    without: ['missing row'],
    exceptions: [LOST_BEHIND_A_STATEMENT],
    unknownNames: COLUMNS_BEHIND_KEYS,
  },
];
