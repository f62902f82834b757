import { seed, TABLES } from '../tables.js';
import type { DatabaseServer } from './database-server.js';

/** SQLite as WebAssembly. The database lives in the connection, so every test makes its own. */
export async function startSqlJs(): Promise<DatabaseServer> {
  return {
    name: 'sql.js',
    url: 'sqljs://memory',
    reset: async (connection) => {
      await connection.query('pragma foreign_keys = on');
      for (const table of TABLES) await connection.query(table);
      await seed(connection);
    },
    stop: async () => {},
  };
}
