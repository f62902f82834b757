import type { Session } from './database-client.js';

type Run = (sql: string, values: unknown[]) => Promise<unknown>;

/** The session of a driver that speaks SQL alone. */
export function sqlSession(
  run: Run,
  placeholder: (position: number) => string = () => '?',
): Session {
  const insert = (table: string, row: Record<string, unknown>): Promise<unknown> => {
    const places = Object.keys(row).map((_, index) => placeholder(index + 1));
    const sql = `insert into ${table} (${Object.keys(row).join(', ')}) values (${places.join(', ')})`;
    return run(sql, Object.values(row));
  };
  return {
    insertUser: (user) => insert('users', { ...user }),
    insertPost: ({ id, authorId, slug }) => insert('posts', { id, author_id: authorId, slug }),
    updateEmail: (id, email) =>
      run(`update users set email = ${placeholder(1)} where id = ${placeholder(2)}`, [email, id]),
    query: (sql) => run(sql, []),
  };
}

/** PostgreSQL numbers its placeholders. */
export const numbered = (position: number): string => `$${position}`;

/** On one connection of a pool, which is thrown away afterwards. */
export async function sqlTransaction(
  work: (session: Session) => Promise<unknown>,
  run: Run,
  placeholder?: (position: number) => string,
): Promise<void> {
  await run('begin', []);
  await work(sqlSession(run, placeholder));
  await run('commit', []);
}
