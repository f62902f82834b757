import type { SourceMapping } from '../../source-mapper.js';

/** The three things that a database's error can become. */
export const DATABASE_ERROR: SourceMapping = Object.freeze({ code: 'DATABASE_ERROR' });
export const NOT_FOUND: SourceMapping = Object.freeze({ code: 'NOT_FOUND' });

export function duplicate(constraints: readonly string[]): SourceMapping {
  return { code: 'DUPLICATE_CONSTRAINT', constraints };
}

interface ViolatedConstraint {
  index?: unknown;
  table?: unknown;
  columns?: readonly string[];
}

/**
 * The names that a violated constraint goes by, the most specific first: `table.column`, `table.index`, `index`.
 * Where the error does not tell the columns, the index may do so by its name.
 */
export function constraintNames({ index, table, columns }: ViolatedConstraint): string[] {
  const names: string[] = [];
  const column = columns?.join(',') || columnByConvention(index, table);
  if (isName(table)) {
    if (column) names.push(`${table}.${column}`);
    if (isName(index)) names.push(`${table}.${index}`);
  }
  if (isName(index)) names.push(index);
  return names;
}

/** PostgreSQL and Prisma call the constraint of users.email `users_email_key`, Knex, Drizzle and MikroORM `users_email_unique`. */
function columnByConvention(index: unknown, table: unknown): string | undefined {
  if (!isName(index) || !isName(table) || !index.startsWith(`${table}_`)) return undefined;
  return /^(.+)_(?:key|unique)$/.exec(index.slice(table.length + 1))?.[1];
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
