import { readdir, readFile } from 'node:fs/promises';
import type { DataSource } from 'typeorm';

const DIRECTORY = new URL('../../sql/', import.meta.url);
const LOCK = 20_250_115;

/** Brings the database up to date: every file of sql/ once, in the order of their names, all or none. */
export async function applyMigrations(dataSource: DataSource): Promise<void> {
  await dataSource.transaction(async (manager) => {
    // Instances that start at the same time wait for each other here.
    await manager.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    await manager.query('CREATE TABLE IF NOT EXISTS schema_migrations (name text PRIMARY KEY)');
    const rows = await manager.query<{ name: string }[]>('SELECT name FROM schema_migrations');
    const applied = new Set(rows.map(({ name }) => name));

    for (const name of await migrationNames()) {
      if (applied.has(name)) continue;
      await manager.query(await readFile(new URL(name, DIRECTORY), 'utf8'));
      await manager.query('INSERT INTO schema_migrations (name) VALUES ($1)', [name]);
    }
  });
}

async function migrationNames(): Promise<string[]> {
  const files = await readdir(DIRECTORY);
  return files.filter((name) => name.endsWith('.sql')).sort();
}
