import { Database } from 'arangojs';
import { expectFailure, expectFailureWithSecret, SECRET } from '../../../support/expect-failure.js';
import { refusingPort } from '../../../support/servers/loopback.server.js';
import { thrownBy } from '../../../support/thrown-by.js';
import { cut, html, json, never, thrownAt } from './store-stub.js';

const databaseOf = (url: string) =>
  new Database({
    url,
    databaseName: 'shop',
    maxRetries: false,
    auth: { username: 'ada', password: SECRET },
  });
const save = (url: string) => databaseOf(url).collection('users').save({ email: SECRET });
const query = (url: string) =>
  databaseOf(url).query('FOR u IN users FILTER u.email == @email RETURN u', { email: SECRET });

const fault = (code: number, errorNum: number, errorMessage: string) =>
  json(code, { error: true, code, errorNum, errorMessage });

const UNIQUE = `unique constraint violated - in index email of type persistent over 'email'; conflicting key: ${SECRET}`;

describe('ArangoDB', () => {
  it('that has the value of a unique index already is DUPLICATE_CONSTRAINT', async () => {
    const error = await thrownAt(fault(409, 1210, UNIQUE), save);
    expectFailureWithSecret(error, 'DUPLICATE_CONSTRAINT');
  });

  it.each([
    ['a document that is not there', 404, 1202, `document not found: ${SECRET}`],
    [
      'a document that was changed meanwhile',
      412,
      1200,
      `conflict, _rev values do not match ${SECRET}`,
    ],
    ['a conflict of two writes', 409, 1200, `write-write conflict; key: ${SECRET}`],
    ['a collection that is there', 409, 1207, `duplicate name ${SECRET}`],
    ['a query it cannot read', 400, 1501, `AQL: syntax error near '${SECRET}'`],
    ['no access', 401, 11, `not authorized ${SECRET}`],
    ['too many requests', 503, 21004, `too many jobs in queue ${SECRET}`],
  ])('that answers with %s is DATABASE_ERROR', async (_what, status, errorNum, errorMessage) => {
    const error = await thrownAt(fault(status, errorNum, errorMessage), query);
    expectFailureWithSecret(error, 'DATABASE_ERROR');
  });

  it('whose proxy answers in HTML is DATABASE_ERROR', async () => {
    expectFailure(await thrownAt(html(502), query), 'DATABASE_ERROR');
  });

  it('that cuts the connection is DATABASE_ERROR', async () => {
    expectFailure(await thrownAt(cut, query), 'DATABASE_ERROR');
  });

  it('that refuses the connection is DATABASE_ERROR', async () => {
    const url = `http://127.0.0.1:${await refusingPort()}/${SECRET}`;
    expectFailureWithSecret(await thrownBy(() => query(url)), 'DATABASE_ERROR');
  });

  it('that does not answer in time is DATABASE_ERROR', async () => {
    const call = (url: string) => databaseOf(url).query('RETURN 1', {}, { timeout: 50 });
    expectFailure(await thrownAt(never, call), 'DATABASE_ERROR');
  });
});
