import { randomUUID } from 'node:crypto';
import { createConnection } from 'mariadb';
import { sqlSession } from '../sql-session.js';
import { seed, TABLES } from '../tables.js';
import type { RemoteServer } from './database-server.js';

const OTHERS =
  'select id from information_schema.processlist where db = database() and id <> connection_id()';

export async function startMariaDb(): Promise<RemoteServer> {
  const root = new URL(process.env.MARIADB_URL ?? 'mysql://root@127.0.0.1:3306/test');
  const name = `authos_${randomUUID().replaceAll('-', '')}`;
  const admin = await createConnection({
    host: root.hostname,
    port: Number(root.port || 3306),
    user: decodeURIComponent(root.username),
    password: decodeURIComponent(root.password),
  });
  await admin.query(`create database ${name}`);
  await admin.query(`use ${name}`);
  for (const table of TABLES) await admin.query(table);
  const others = async (): Promise<number[]> => {
    const rows: { id: number }[] = await admin.query(OTHERS);
    return rows.map(({ id }) => id);
  };
  return {
    name: 'MariaDB',
    url: Object.assign(new URL(root), { pathname: `/${name}` }).href,
    slowStatements: ['set statement max_statement_time = 0.02 for select sleep(10)'],
    suicide: 'kill connection_id()',
    reset: () => seed(sqlSession((sql, values) => admin.query(sql, values))),
    disconnectClients: async () => {
      // A pool may open new ones meanwhile.
      const killed = await others();
      for (const id of killed) await admin.query(`kill ${id}`);
      while ((await others()).some((id) => killed.includes(id)));
    },
    stop: async () => {
      await admin.query(`drop database ${name}`);
      await admin.end();
    },
  };
}
