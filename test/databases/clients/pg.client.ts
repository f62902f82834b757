import pg from 'pg';
import type { DatabaseClient } from '../database-client.js';
import { numbered, sqlSession, sqlTransaction } from '../sql-session.js';

async function open(connectionString: string): ReturnType<DatabaseClient['open']> {
  const pool = new pg.Pool({ connectionString });
  // Without a listener, an idle connection that breaks ends the process.
  pool.on('error', () => {});
  return {
    ...sqlSession((sql, values) => pool.query(sql, values), numbered),
    transaction: async (work) => {
      const client = await pool.connect();
      client.on('error', () => {});
      try {
        await sqlTransaction(work, (sql, values) => client.query(sql, values), numbered);
      } finally {
        client.release(true);
      }
    },
    own: {
      'query after the end': async () => {
        await pool.end();
        return pool.query('select 1');
      },
    },
    close: async () => pool.ended || pool.end(),
  };
}

export const REFUSED_LIKE_ANY_SOCKET = {
  fault: 'connection refused',
  code: 'IO_ERROR',
  because: 'the error of the driver is that of any socket',
} as const;

export const PG_CLIENTS: readonly DatabaseClient[] = (['PostgreSQL', 'PGlite'] as const).map(
  (server) => ({
    library: 'pg',
    server,
    open,
    without: ['missing row'],
    ownFaults: { 'query after the end': 'DATABASE_ERROR' },
    exceptions: [REFUSED_LIKE_ANY_SOCKET],
  }),
);
