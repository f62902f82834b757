import { createPool } from 'mysql2/promise';
import type { DatabaseClient } from '../database-client.js';
import { sqlSession, sqlTransaction } from '../sql-session.js';

async function open(url: string): ReturnType<DatabaseClient['open']> {
  const pool = createPool(url);
  return {
    ...sqlSession((sql, values) => pool.query(sql, values)),
    transaction: async (work) => {
      const connection = await pool.getConnection();
      connection.on('error', () => {});
      try {
        await sqlTransaction(work, (sql, values) => connection.query(sql, values));
      } finally {
        connection.destroy();
      }
    },
    own: {
      'timeout of the driver': () => pool.query({ sql: 'select sleep(0.5)', timeout: 50 }),
    },
    close: () => pool.end(),
  };
}

/** Of a constraint, MySQL and MariaDB tell no column, only the name of the key. */
export const COLUMNS_BEHIND_KEYS = ['users.phone', 'posts.author_id,slug', 'users.id'] as const;

export const MYSQL2_CLIENTS: readonly DatabaseClient[] = [
  {
    library: 'mysql2',
    server: 'MariaDB',
    open,
    without: ['missing row'],
    ownFaults: { 'timeout of the driver': 'DATABASE_ERROR' },
    unknownNames: COLUMNS_BEHIND_KEYS,
  },
];
