import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { numbered, sqlSession } from '../sql-session.js';
import { seed, TABLES } from '../tables.js';
import type { RemoteServer } from './database-server.js';

const OTHERS =
  'from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()';

export async function startPostgreSql(): Promise<RemoteServer> {
  const root = new URL(process.env.POSTGRES_URL ?? 'postgres://postgres@127.0.0.1:5432/test');
  const name = `authos_${randomUUID().replaceAll('-', '')}`;
  await withClient(root.href, (client) => client.query(`create database ${name}`));
  const url = Object.assign(new URL(root), { pathname: `/${name}` }).href;
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  // A deadlock is found at once instead of after a second.
  await admin.query(`alter database ${name} set deadlock_timeout = '20ms'`);
  for (const table of TABLES) await admin.query(table);
  return {
    name: 'PostgreSQL',
    url,
    slowStatements: ["set local statement_timeout = '20ms'", 'select pg_sleep(10)'],
    suicide: 'select pg_terminate_backend(pg_backend_pid())',
    reset: () => seed(sqlSession((sql, values) => admin.query(sql, values), numbered)),
    disconnectClients: async () => {
      await admin.query(`select pg_terminate_backend(pid, 5000) ${OTHERS}`);
    },
    stop: async () => {
      await admin.end();
      await withClient(root.href, (client) => client.query(`drop database ${name} with (force)`));
    },
  };
}

async function withClient(
  connectionString: string,
  work: (client: pg.Client) => Promise<unknown>,
): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await work(client).finally(() => client.end());
}
