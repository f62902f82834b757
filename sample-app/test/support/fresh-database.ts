import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

export interface FreshDatabase {
  url: string;
  drop(): Promise<void>;
}

/** A database of its own on a PostgreSQL server. Dropping it fails while somebody is still connected. */
export async function createFreshDatabase(server: string): Promise<FreshDatabase> {
  const name = `authos_sample_${randomBytes(6).toString('hex')}`;
  const url = new URL(server);
  url.pathname = name;
  await execute(server, `CREATE DATABASE ${name}`);
  return { url: url.href, drop: () => execute(server, `DROP DATABASE ${name}`) };
}

async function execute(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
