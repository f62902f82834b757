import type { RequestListener } from 'node:http';
import { text } from 'node:stream/consumers';
import { createClient } from '@libsql/client';
import { neon, neonConfig } from '@neondatabase/serverless';
import { Client as PlanetScale } from '@planetscale/database';
import { PostgrestClient, type PostgrestError } from '@supabase/postgrest-js';
import { drizzle } from 'drizzle-orm/node-postgres';
import { sql as drizzleSql } from 'drizzle-orm';
import knexFactory, { type Knex } from 'knex';
import { Kysely, PostgresDialect } from 'kysely';
import mssql from 'mssql';
import { Model } from 'objection';
import pg from 'pg';
import { newDb } from 'pg-mem';
import pgPromise from 'pg-promise';
import type { DatabasePool } from 'slonik';
import { expectFailure, expectFailureWithSecret, SECRET } from '../../../support/expect-failure.js';
import { refusingPort } from '../../../support/servers/loopback.server.js';
import { nativeRequire } from '../../../support/native-require.js';
import { thrownBy } from '../../../support/thrown-by.js';
import { translate } from '../../../support/translate.js';
import type { DatabaseServer } from '../../../databases/servers/database-server.js';
import { startPGlite } from '../../../databases/servers/pglite.server.js';
import { cut, html, json, thrownAt } from './store-stub.js';

const { createPool, sql } = nativeRequire<typeof import('slonik')>('slonik');
/** It has no types. */
const oracledb = nativeRequire<{ getConnection(options: object): Promise<unknown> }>('oracledb');

/** Ann has this phone. */
const SAME_PHONE = `insert into users (id, email, name, phone) values (8, 'b@x.example', 'b', '${SECRET}')`;
const NO_TABLE = `select '${SECRET}' from nowhere`;
const NOBODY = 'select * from users where id = -1';

/** A violated constraint is known by its name, so that the application can say what is taken. */
function expectDuplicateOfPhone(error: unknown): void {
  expectFailureWithSecret(error, 'DUPLICATE_CONSTRAINT');
  const duplicateMessages = { one_phone_each: 'The phone is taken.' };
  expect(translate(error, { duplicateMessages }).message).toBe('The phone is taken.');
}

describe('on PostgreSQL', () => {
  let server: DatabaseServer;

  beforeAll(async () => {
    server = await startPGlite();
    await server.reset({} as never);
  });

  afterAll(() => server.stop());

  describe('Objection', () => {
    class User extends Model {
      static override tableName = 'users';
    }
    let knex: Knex;

    beforeEach(() => {
      knex = knexFactory({ client: 'pg', connection: server.url, pool: { min: 0, max: 1 } });
    });

    afterEach(() => knex.destroy());

    it('names the violated constraint', async () => {
      const row = { id: 8, email: 'b@x.example', name: 'b', phone: SECRET };
      expectDuplicateOfPhone(await thrownBy(() => User.query(knex).insert(row as never)));
    });

    it('whose throwIfNotFound finds none is NOT_FOUND', async () => {
      const query = () => User.query(knex).findById(-1).throwIfNotFound({ message: SECRET });
      expectFailureWithSecret(await thrownBy(query), 'NOT_FOUND');
    });

    it('that refuses a row of the wrong shape is DATABASE_ERROR', async () => {
      const query = () => User.query(knex).whereRaw(`nothing = '${SECRET}'`);
      expectFailureWithSecret(await thrownBy(query), 'DATABASE_ERROR');
    });
  });

  describe('pg-promise', () => {
    const pgp = pgPromise({});
    let db: pgPromise.IDatabase<object>;

    beforeEach(() => {
      db = pgp({ connectionString: server.url, max: 1 });
    });

    afterEach(() => db.$pool.end());

    it('names the violated constraint', async () => {
      expectDuplicateOfPhone(await thrownBy(() => db.none(SAME_PHONE)));
    });

    it('whose one() finds none is NOT_FOUND', async () => {
      expectFailure(await thrownBy(() => db.one(NOBODY)), 'NOT_FOUND');
    });

    it('whose one() finds several is DATABASE_ERROR', async () => {
      const error = await thrownBy(() => db.one(`select '${SECRET}' from users`));
      expectFailureWithSecret(error, 'DATABASE_ERROR');
    });

    it('whose batch fails is told by its first error', async () => {
      const batch = () => db.task((task) => task.batch([task.none(SAME_PHONE)]));
      expectDuplicateOfPhone(await thrownBy(batch));
    });

    it('that reads a query wrongly is DATABASE_ERROR', async () => {
      expectFailureWithSecret(await thrownBy(() => db.any(NO_TABLE)), 'DATABASE_ERROR');
    });
  });

  describe('Slonik', () => {
    let pool: DatabasePool;

    beforeEach(async () => {
      pool = await createPool(server.url, { maximumPoolSize: 1 });
    });

    afterEach(() => pool.end());

    it('names the violated constraint', async () => {
      const insert = () =>
        pool.query(
          sql.unsafe`insert into users (id, email, name, phone) values (8, 'b@x.example', 'b', ${SECRET})`,
        );
      expectDuplicateOfPhone(await thrownBy(insert));
    });

    it('whose one() finds none is NOT_FOUND', async () => {
      const query = () => pool.one(sql.unsafe`select * from users where email = ${SECRET}`);
      expectFailureWithSecret(await thrownBy(query), 'NOT_FOUND');
    });

    it('that reads a query wrongly is DATABASE_ERROR', async () => {
      const query = () => pool.query(sql.unsafe`select ${SECRET} from hunter2_nowhere`);
      expectFailureWithSecret(await thrownBy(query), 'DATABASE_ERROR');
    });
  });

  describe('Kysely', () => {
    let db: Kysely<{ users: { id: number; email: string; name: string; phone: string } }>;

    beforeEach(() => {
      const pool = new pg.Pool({ connectionString: server.url, max: 1 });
      db = new Kysely({ dialect: new PostgresDialect({ pool }) });
    });

    afterEach(() => db.destroy());

    it('names the violated constraint', async () => {
      const row = { id: 8, email: 'b@x.example', name: 'b', phone: SECRET };
      const insert = db.insertInto('users').values(row);
      expectDuplicateOfPhone(await thrownBy(() => insert.execute()));
    });

    it('that finds none is NOT_FOUND', async () => {
      const query = db.selectFrom('users').selectAll().where('email', '=', 'nobody');
      expectFailure(await thrownBy(() => query.executeTakeFirstOrThrow()), 'NOT_FOUND');
    });
  });

  describe('Drizzle', () => {
    it('names the violated constraint, and what it reads wrongly is DATABASE_ERROR', async () => {
      const pool = new pg.Pool({ connectionString: server.url, max: 1 });
      const db = drizzle(pool);
      expectDuplicateOfPhone(await thrownBy(() => db.execute(drizzleSql.raw(SAME_PHONE))));
      const query = () => db.execute(drizzleSql`select ${SECRET} from nowhere`);
      expectFailureWithSecret(await thrownBy(query), 'DATABASE_ERROR');
      await pool.end();
    });
  });
});

describe('without a server', () => {
  it('Knex, Objection and libSQL pass on Node’s own error, which is IO_ERROR', async () => {
    const connection = { host: '127.0.0.1', port: await refusingPort(), password: SECRET };
    const knex = knexFactory({ client: 'pg', connection });
    class User extends Model {
      static override tableName = 'users';
    }
    const errors = [
      await thrownBy(() => knex('users').select()),
      await thrownBy(() => User.query(knex)),
      await thrownAt(cut, (url) => createClient({ url }).execute('select 1')),
    ];
    await knex.destroy();
    for (const error of errors) expectFailure(error, 'IO_ERROR');
  });
});

describe('pg-mem', () => {
  it('has SQLSTATEs without a severity, which are enough below an ORM', async () => {
    const { Client } = newDb().adapters.createPg() as { Client: typeof pg.Client };
    const client = new Client();
    await client.connect();
    await client.query('create table users (email text primary key)');
    const insert = `insert into users values ('${SECRET}')`;
    await client.query(insert);
    const error = await thrownBy(() => client.query(insert));
    const ofOrm = Object.assign(new Error('x'), {
      query: insert,
      parameters: [],
      driverError: error,
    });
    Object.defineProperty(ofOrm, 'name', { value: 'QueryFailedError' });
    expectFailureWithSecret(ofOrm, 'DUPLICATE_CONSTRAINT');
  });
});

describe('Neon over HTTP', () => {
  const ask = (url: string) => {
    neonConfig.fetchEndpoint = () => `${url}/sql`;
    const run = neon('postgresql://user:hunter2@db.example/main');
    return run.query('select $1', [SECRET]);
  };

  it.each([
    ['23505', 'DUPLICATE_CONSTRAINT'],
    ['42P01', 'DATABASE_ERROR'],
  ] as const)('that says %s is %s', async (code, expected) => {
    const body = { message: `${SECRET} exists`, code, severity: 'ERROR', detail: SECRET };
    expectFailureWithSecret(await thrownAt(json(400, body), ask), expected);
  });

  it('that a proxy answers is DATABASE_ERROR', async () => {
    expectFailure(await thrownAt(json(502, SECRET), ask), 'DATABASE_ERROR');
  });
});

describe('PlanetScale over HTTP', () => {
  const ask = (url: string) =>
    new PlanetScale({ url, username: 'u', password: SECRET }).execute('select 1');

  it.each([
    [
      `target: x.-.primary: Duplicate entry '${SECRET}' for key 'users.email' (errno 1062) (sqlstate 23000)`,
      'DUPLICATE_CONSTRAINT',
    ],
    [`table ${SECRET} not found (errno 1146) (sqlstate 42S02)`, 'DATABASE_ERROR'],
  ] as const)('that says %s is %s', async (message, expected) => {
    const body = { session: {}, error: { code: 'UNKNOWN', message } };
    expectFailureWithSecret(await thrownAt(json(200, body), ask), expected);
  });
});

describe('libSQL', () => {
  it('in a file names the violated column, and what it reads wrongly is DATABASE_ERROR', async () => {
    const client = createClient({ url: ':memory:' });
    await client.execute('create table users (email text unique)');
    const insert = () => client.execute({ sql: 'insert into users values (?)', args: [SECRET] });
    await insert();
    const error = await thrownBy(insert);
    expectFailure(error, 'DUPLICATE_CONSTRAINT');
    const duplicateMessages = { 'users.email': 'The email is taken.' };
    expect(translate(error, { duplicateMessages }).message).toBe('The email is taken.');
    const query = () => client.execute(`select ${SECRET} from nowhere`);
    expectFailure(await thrownBy(query), 'DATABASE_ERROR');
    client.close();
  });

  /** A pipeline of statements, each of which fails alike. */
  const failing = (error: object): RequestListener =>
    async function pipeline(request, response) {
      const { requests } = JSON.parse(await text(request)) as { requests: unknown[] };
      const results = requests.map(() => ({ type: 'error', error }));
      json(200, { baton: null, base_url: null, results })(request, response);
    };
  const ask = (url: string) => createClient({ url, authToken: SECRET }).execute('select 1');

  it.each([
    ['SQLITE_CONSTRAINT_UNIQUE', 'UNIQUE constraint failed: users.email', 'DUPLICATE_CONSTRAINT'],
    ['SQLITE_CONSTRAINT', 'UNIQUE constraint failed: users.email', 'DUPLICATE_CONSTRAINT'],
    ['SQLITE_ERROR', 'no such table: hunter2', 'DATABASE_ERROR'],
    ['SQL_PARSE_ERROR', 'near hunter2: syntax error', 'DATABASE_ERROR'],
  ] as const)('over HTTP that says %s: %s', async (code, message, expected) => {
    const error = { message: `SQLite error: ${message}`, code };
    expectFailure(await thrownAt(failing(error), ask), expected);
  });

  it.each([
    ['a refusal', json(401, { error: SECRET })],
    ['the page of a proxy', html(502)],
    ['what is no answer', json(200, { results: [SECRET] })],
  ])('over HTTP that gives %s is DATABASE_ERROR', async (_what, answer) => {
    expectFailure(await thrownAt(answer, ask), 'DATABASE_ERROR');
  });
});

describe('an unknown error is one with', () => {
  it.each([
    ['the name of libSQL’s', { name: 'LibsqlError', code: 'SERVER_ERROR' }],
    ['a code of libSQL’s', { code: 'HRANA_PROTO_ERROR', rawCode: undefined }],
  ])('%s', (_what, properties) => {
    expectFailure(Object.assign(new Error('x'), properties), 'INTERNAL_SERVER_ERROR');
  });
});

describe('Supabase', () => {
  const ask = async (url: string): Promise<void> => {
    const supabase = new PostgrestClient(url, { headers: { apikey: SECRET } });
    await supabase.from('users').select().eq('email', SECRET).single().throwOnError();
  };

  it.each([
    ['23505', 409, `Key (email)=(${SECRET}) already exists.`, 'DUPLICATE_CONSTRAINT'],
    ['PGRST116', 406, 'The result contains 0 rows', 'NOT_FOUND'],
    ['42P01', 404, SECRET, 'DATABASE_ERROR'],
  ] as const)('that says %s is told by it', async (code, status, details, expected) => {
    const body: Partial<PostgrestError> = { code, details, hint: '', message: SECRET };
    expectFailureWithSecret(await thrownAt(json(status, body), ask), expected);
  });
});

describe('SQL Server, by mssql', () => {
  it('that cannot be reached is DATABASE_ERROR', async () => {
    const port = await refusingPort();
    const config = { server: '127.0.0.1', port, user: 'sa', password: SECRET };
    expectFailure(await thrownBy(() => mssql.connect(config)), 'DATABASE_ERROR');
  });

  it.each([
    [2627, 'DUPLICATE_CONSTRAINT'],
    [208, 'DATABASE_ERROR'],
  ] as const)('that says %i is told by it (constructed)', (number, expected) => {
    const info = { number, state: 1, class: 14, serverName: 'db', procName: '', lineNumber: 1 };
    const original = Object.assign(new Error(SECRET), { code: 'EREQUEST', info });
    const error = new mssql.RequestError(original as never, 'EREQUEST');
    expectFailureWithSecret(error, expected);
  });
});

describe('Oracle, by oracledb', () => {
  it('that cannot be reached is DATABASE_ERROR', async () => {
    const connectString = `127.0.0.1:${await refusingPort()}/x`;
    const connect = () => oracledb.getConnection({ user: 'u', password: SECRET, connectString });
    expectFailure(await thrownBy(connect), 'DATABASE_ERROR');
  });
});
