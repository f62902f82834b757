import type { AuthOsErrorCode } from 'nestjs-authos-errors';
import { SECRET } from '../support/expect-failure.js';
import { refusingPort } from '../support/servers/loopback.server.js';
import type { Connection, DatabaseClient, ServerName, Session, User } from './database-client.js';
import { type DatabaseServer, isRemote, type RemoteServer } from './servers/database-server.js';

export const ANN: User = { id: 1, email: `ann@${SECRET}`, name: SECRET, age: 40, phone: SECRET };
export const BOB: User = { id: 2, email: `bob@${SECRET}`, name: SECRET, age: 50, phone: 'bob' };
export const POST = { id: 1, authorId: ANN.id, slug: SECRET };
const EVE: User = { id: 3, email: `eve@${SECRET}`, name: SECRET, age: 60, phone: 'eve' };

interface Scene {
  connection: Connection;
  client: DatabaseClient;
  server: DatabaseServer;
}

interface RemoteScene extends Scene {
  server: RemoteServer;
}

/** One thing that goes wrong. */
export interface Fault {
  code: AuthOsErrorCode;
  /** Tells by the error that it is the fault that was meant. */
  evidence?: RegExp;
  /** Where it can be provoked; everywhere by default. */
  servers?: readonly ServerName[];
  /** What a user may call the violated constraint in `duplicateMessages`. */
  names?: Partial<Record<ServerName, readonly string[]>>;
  provoke(scene: Scene): Promise<unknown>;
}

const REMOTE: readonly ServerName[] = ['PostgreSQL', 'MariaDB'];
const POSTGRES: readonly ServerName[] = ['PostgreSQL', 'PGlite'];
const EMAIL = names('users.email', { postgres: 'users_email_key', mariadb: 'email' });

export const FAULTS = {
  'duplicate value': {
    code: 'DUPLICATE_CONSTRAINT',
    names: EMAIL,
    provoke: ({ connection }) => connection.insertUser({ ...EVE, email: ANN.email }),
  },
  'duplicate of a named constraint': {
    code: 'DUPLICATE_CONSTRAINT',
    names: names('users.phone', { postgres: 'one_phone_each', mariadb: 'one_phone_each' }),
    provoke: ({ connection }) => connection.insertUser({ ...EVE, phone: ANN.phone }),
  },
  'duplicate pair of values': {
    code: 'DUPLICATE_CONSTRAINT',
    names: names('posts.author_id,slug', {
      postgres: 'posts_author_id_slug_key',
      mariadb: 'author_id',
    }),
    provoke: ({ connection }) => connection.insertPost({ ...POST, id: 2 }),
  },
  'duplicate primary key': {
    code: 'DUPLICATE_CONSTRAINT',
    names: names('users.id', { postgres: 'users_pkey', mariadb: 'PRIMARY' }),
    provoke: ({ connection }) => connection.insertUser({ ...EVE, id: ANN.id }),
  },
  'duplicate by an update': {
    code: 'DUPLICATE_CONSTRAINT',
    names: EMAIL,
    provoke: ({ connection }) => connection.updateEmail(BOB.id, ANN.email),
  },
  'duplicate in a transaction': {
    code: 'DUPLICATE_CONSTRAINT',
    names: EMAIL,
    provoke: ({ connection }) =>
      connection.transaction((tx) => tx.insertUser({ ...EVE, email: ANN.email })),
  },
  'duplicate by plain SQL': {
    code: 'DUPLICATE_CONSTRAINT',
    names: EMAIL,
    provoke: ({ connection }) =>
      connection.query(
        `insert into users (id, email, name) values (3, '${ANN.email}', '${SECRET}')`,
      ),
  },
  'missing row': {
    code: 'NOT_FOUND',
    provoke: async ({ connection }) => connection.findMissing?.(EVE.email),
  },
  'foreign key': {
    code: 'DATABASE_ERROR',
    evidence: /foreign key/i,
    provoke: ({ connection }) => connection.insertPost({ ...POST, id: 2, authorId: 99 }),
  },
  'not null': {
    code: 'DATABASE_ERROR',
    evidence: /null/i,
    provoke: ({ connection }) => connection.insertUser({ ...EVE, name: null }),
  },
  check: {
    code: 'DATABASE_ERROR',
    evidence: /constraint/i,
    provoke: ({ connection }) => connection.insertUser({ ...EVE, age: -1 }),
  },
  'value too long': {
    code: 'DATABASE_ERROR',
    evidence: /too long/i,
    servers: [...POSTGRES, 'MariaDB'],
    provoke: ({ connection }) => connection.insertUser({ ...EVE, name: SECRET.repeat(100) }),
  },
  'malformed value': {
    code: 'DATABASE_ERROR',
    evidence: /uuid/i,
    servers: POSTGRES,
    provoke: ({ connection }) => connection.query(`select cast('${SECRET}' as uuid)`),
  },
  syntax: {
    code: 'DATABASE_ERROR',
    evidence: /syntax/i,
    provoke: ({ connection }) => connection.query(`selec '${SECRET}'`),
  },
  'statement timeout': {
    code: 'DATABASE_ERROR',
    evidence: /statement timeout|max_statement_time/i,
    servers: REMOTE,
    provoke: remote(({ connection, server }) =>
      connection.transaction(async (tx) => {
        for (const sql of server.slowStatements) await tx.query(sql);
      }),
    ),
  },
  deadlock: {
    code: 'DATABASE_ERROR',
    evidence: /deadlock/i,
    servers: REMOTE,
    provoke: ({ connection }) => crossLocks(connection),
  },
  'serialization failure': {
    code: 'DATABASE_ERROR',
    evidence: /40001|could not serialize|write conflict/i,
    servers: ['PostgreSQL'],
    provoke: ({ connection }) =>
      connection.transaction(async (tx) => {
        await tx.query('set transaction isolation level repeatable read');
        await tx.query('select * from users');
        await connection.updateEmail(ANN.id, `1@${SECRET}`);
        await tx.updateEmail(ANN.id, `2@${SECRET}`);
      }),
  },
  'connection ended by the server': {
    code: 'DATABASE_ERROR',
    evidence: /terminat|kill|socket/i,
    servers: REMOTE,
    provoke: remote(({ connection, server }) => connection.query(server.suicide)),
  },
  'connection lost': {
    code: 'DATABASE_ERROR',
    servers: REMOTE,
    provoke: remote(({ connection, server }) =>
      connection.transaction(async (tx) => {
        await tx.query('select 1');
        await server.disconnectClients();
        await tx.query(`select '${SECRET}'`);
      }),
    ),
  },
  'connection refused': {
    code: 'DATABASE_ERROR',
    servers: [...REMOTE, 'PGlite'],
    provoke: async ({ client, server }) => {
      const url = new URL(server.url);
      Object.assign(url, { username: SECRET, password: SECRET, pathname: `/${SECRET}` });
      url.port = String(await refusingPort());
      const connection = await client.open(url.href);
      await connection.insertUser(EVE).finally(() => connection.close());
    },
  },
} satisfies Record<string, Fault>;

export type FaultName = keyof typeof FAULTS;

/** What a library can meet on its database, and what has to come of it. */
export interface ExpectedFault extends Fault {
  title: string;
  because?: string;
}

export function faultsOf(client: DatabaseClient): ExpectedFault[] {
  const common = (Object.entries(FAULTS) as [FaultName, Fault][]).filter(
    ([name, { servers }]) =>
      !client.without?.includes(name) && (!servers || servers.includes(client.server)),
  );
  return [
    ...common.map(([title, fault]) => ({
      ...fault,
      title,
      ...client.exceptions?.find((exception) => exception.fault === title),
    })),
    ...Object.entries(client.ownFaults ?? {}).map(([title, code]) => ({
      title,
      code,
      provoke: async ({ connection }: Scene) => connection.own?.[title]?.(),
    })),
  ];
}

/** What a user may call the violated constraint of a fault, as far as the library's errors give it away. */
export function knownNames({ server, unknownNames = [] }: DatabaseClient, fault: Fault): string[] {
  return (fault.names?.[server] ?? []).filter((name) => !unknownNames.includes(name));
}

/** SQLite names no constraint, the others may name the constraint and its columns. */
function names(columns: string, by: { postgres: string; mariadb: string }): Fault['names'] {
  return {
    PostgreSQL: [columns, by.postgres],
    PGlite: [columns, by.postgres],
    MariaDB: [columns, by.mariadb],
    'sql.js': [columns],
  };
}

function remote(provoke: (scene: RemoteScene) => Promise<unknown>): Fault['provoke'] {
  return ({ server, ...scene }) => {
    if (!isRemote(server)) throw new Error(`${server.name} cannot fail in this way`);
    return provoke({ server, ...scene });
  };
}

/** Two transactions lock two rows crosswise, and the database lets one of them fail. */
async function crossLocks(connection: Connection): Promise<void> {
  let arrived = 0;
  let meet: () => void;
  const bothHoldTheirFirst = new Promise<void>((resolve) => (meet = resolve));
  // Of a column without an index, so that only the two rows are locked.
  const age = (tx: Session, { id }: User): Promise<unknown> =>
    tx.query(`update users set age = age + 1 where id = ${id}`);
  const cross = (first: User, second: User): Promise<unknown> =>
    connection.transaction(async (tx) => {
      await age(tx, first);
      if (++arrived === 2) meet();
      await bothHoldTheirFirst;
      await age(tx, second);
    });
  const results = await Promise.allSettled([cross(ANN, BOB), cross(BOB, ANN)]);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}
