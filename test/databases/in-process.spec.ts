import { PGlite } from '@electric-sql/pglite';
import initSqlJs from 'sql.js';
import { expectFailure, SECRET } from '../support/expect-failure.js';
import { thrownBy } from '../support/thrown-by.js';
import { translate } from '../support/translate.js';

const INSERT = `insert into users (email) values ('${SECRET}')`;
const TABLE = 'create table users (email varchar(50) unique)';

describe('a database within the process, without a driver', () => {
  it('is recognised by its codes, if it is PGlite', async () => {
    const db = await PGlite.create();
    await db.exec(TABLE);
    await db.query(INSERT);
    const error = await thrownBy(() => db.query(INSERT));
    await db.close();
    expectFailure(error, 'DUPLICATE_CONSTRAINT');
    expect(translate(error, { duplicateMessages: { 'users.email': 'Taken.' } }).message).toBe(
      'Taken.',
    );
  }, 30_000);

  it('is unknown, if it is sql.js, which has nothing but an English text', async () => {
    const { Database } = await initSqlJs();
    const db = new Database();
    db.run(TABLE);
    db.run(INSERT);
    const error = await thrownBy(() => db.run(INSERT));
    db.close();
    expect(error).toMatchObject({ message: 'UNIQUE constraint failed: users.email' });
    expectFailure(error, 'INTERNAL_SERVER_ERROR');
  });
});
