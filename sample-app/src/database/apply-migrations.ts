import { readdir, readFile } from 'node:fs/promises';
import type { DataSource } from 'typeorm';

const SQL = new URL('../../sql/', import.meta.url);
const LOCK = 20_250_115;

/** Brings a database up to date: every file of a folder of sql/ once, in the order of their names, all or none. */
export async function applyMigrations(dataSource: DataSource, folder: string): Promise<void> {
  await dataSource.transaction(async (manager) => {
    // Instances that start at the same time wait for each other here.
    await manager.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    await manager.query('CREATE TABLE IF NOT EXISTS schema_migrations (name text PRIMARY KEY)');
    const rows = await manager.query<{ name: string }[]>('SELECT name FROM schema_migrations');
    const applied = new Set(rows.map(({ name }) => name));

    for (const name of await migrationNames(folder)) {
      if (applied.has(name)) continue;
      await manager.query(await readFile(new URL(name, SQL), 'utf8'));
      await manager.query('INSERT INTO schema_migrations (name) VALUES ($1)', [name]);
    }
  });
}

async function migrationNames(folder: string): Promise<string[]> {
  const files = await readdir(new URL(folder, SQL));
  return files.sort().map((name) => `${folder}/${name}`);
}
