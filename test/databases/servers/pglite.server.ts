import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { numbered, sqlSession } from '../sql-session.js';
import { seed, TABLES } from '../tables.js';
import type { DatabaseServer } from './database-server.js';

/** PostgreSQL within the process, for ordinary drivers: it listens on a free port. */
export async function startPGlite(): Promise<DatabaseServer> {
  const db = await PGlite.create();
  for (const table of TABLES) await db.exec(table);
  const socket = new PGLiteSocketServer({ db, host: '127.0.0.1', port: 0, maxConnections: 20 });
  await socket.start();
  return {
    name: 'PGlite',
    url: `postgres://postgres:postgres@${socket.getServerConn()}/postgres?sslmode=disable`,
    reset: async () => {
      // All connections share one session, with the transaction that a lost one left behind.
      await db.exec('rollback');
      await seed(sqlSession((sql, values) => db.query(sql, values), numbered));
    },
    stop: async () => {
      await socket.stop();
      await db.close();
    },
  };
}
