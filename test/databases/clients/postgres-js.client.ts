import postgres from 'postgres';
import type { DatabaseClient, Session } from '../database-client.js';
import { numbered, sqlSession } from '../sql-session.js';

function session(sql: postgres.ISql): Session {
  return sqlSession(
    (text, values) => sql.unsafe(text, values as postgres.ParameterOrJSON<never>[]),
    numbered,
  );
}

async function open(url: string): ReturnType<DatabaseClient['open']> {
  const sql = postgres(url, { onnotice: () => {}, fetch_types: false });
  return {
    ...session(sql),
    transaction: (work) => sql.begin((tx) => work(session(tx))),
    own: {
      'undefined value': () => sql`select ${undefined as never}`,
      'query after the end': async () => {
        await sql.end();
        return sql`select 1`;
      },
    },
    close: () => sql.end({ timeout: 0 }),
  };
}

export const POSTGRES_JS_CLIENTS: readonly DatabaseClient[] = (
  ['PostgreSQL', 'PGlite'] as const
).map((server) => ({
  library: 'postgres',
  server,
  open,
  without: ['missing row'],
  ownFaults: { 'undefined value': 'DATABASE_ERROR', 'query after the end': 'DATABASE_ERROR' },
}));
