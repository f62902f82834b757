import { createPool } from 'mariadb';
import type { DatabaseClient } from '../database-client.js';
import { sqlSession, sqlTransaction } from '../sql-session.js';
import { COLUMNS_BEHIND_KEYS } from './mysql2.client.js';

/** What the driver takes in place of a URL, and a short wait for a server that is not there. */
export function mariaDbPool(url: string) {
  const { hostname, port, username, password, pathname } = new URL(url);
  return {
    host: hostname,
    port: Number(port),
    user: username,
    password,
    database: pathname.slice(1),
    acquireTimeout: 300,
  };
}

async function open(url: string): ReturnType<DatabaseClient['open']> {
  const pool = createPool(mariaDbPool(url));
  return {
    ...sqlSession((sql, values) => pool.query(sql, values)),
    transaction: async (work) => {
      const connection = await pool.getConnection();
      try {
        await sqlTransaction(work, (sql, values) => connection.query(sql, values));
      } finally {
        connection.destroy();
      }
    },
    close: () => pool.end(),
  };
}

export const MARIADB_CLIENTS: readonly DatabaseClient[] = [
  {
    library: 'mariadb',
    server: 'MariaDB',
    open,
    without: ['missing row'],
    unknownNames: COLUMNS_BEHIND_KEYS,
  },
];
