import nano from 'nano';
import { answerOf } from '../../../support/answer-of.js';
import { expectFailure, expectFailureWithSecret, SECRET } from '../../../support/expect-failure.js';
import { refusingPort, UNKNOWN_HOST } from '../../../support/servers/loopback.server.js';
import { thrownBy } from '../../../support/thrown-by.js';
import { cut, html, json, thrownAt } from './store-stub.js';

const usersOf = (url: string) => nano(url).use<{ email: string }>('users');
const read = (url: string) => usersOf(url).get(SECRET);

const CONFLICT = json(409, { error: 'conflict', reason: 'Document update conflict.' });

describe('CouchDB', () => {
  it.each([
    ['by its id', (url: string) => usersOf(url).insert({ email: SECRET }, 'ada')],
    ['without an id', (url: string) => usersOf(url).insert({ email: SECRET })],
    [
      'with a text like a revision',
      (url: string) => usersOf(url).insert({ email: `${SECRET} "_rev":"1-a"` }, 'rev=1'),
    ],
  ])('that has the inserted document already is DUPLICATE_CONSTRAINT, %s', async (_how, insert) => {
    expectFailureWithSecret(await thrownAt(CONFLICT, insert), 'DUPLICATE_CONSTRAINT');
  });

  it.each([
    [
      'is written',
      (url: string) =>
        usersOf(url).insert({ _rev: '1-967a00dff5e02add41819138abb3284d', email: SECRET }, 'ada'),
    ],
    ['is deleted', (url: string) => usersOf(url).destroy(SECRET, '1-967a00dff5e02add41819138abb')],
    [
      'gets an attachment',
      (url: string) =>
        usersOf(url).attachment.insert(SECRET, 'a.txt', 'text', 'text/plain', { rev: '1-967a' }),
    ],
  ])('whose document was changed before it %s is DATABASE_ERROR', async (_how, change) => {
    expectFailureWithSecret(await thrownAt(CONFLICT, change), 'DATABASE_ERROR');
  });

  it.each([
    [400, 'query_parse_error', `Invalid value for integer: "${SECRET}"`],
    [401, 'unauthorized', `Name or password is incorrect. ${SECRET}`],
    [403, 'forbidden', `${SECRET} may not write.`],
    [404, 'not_found', 'missing'],
    [412, 'file_exists', 'The database could not be created, the file already exists.'],
    [500, 'unknown_error', SECRET],
  ])('that answers with %d %s is DATABASE_ERROR', async (status, error, reason) => {
    const thrown = await thrownAt(json(status, { error, reason }), read);
    expectFailureWithSecret(thrown, 'DATABASE_ERROR');
  });

  it('whose proxy answers in HTML is DATABASE_ERROR', async () => {
    expectFailureWithSecret(await thrownAt(html(502), read), 'DATABASE_ERROR');
  });

  it('that cuts the connection is IO_ERROR', async () => {
    expectFailure(await thrownAt(cut, read), 'IO_ERROR');
  });

  it('that refuses the connection is IO_ERROR', async () => {
    const port = await refusingPort();
    const error = await thrownBy(() => read(`http://ada:${SECRET}@127.0.0.1:${port}`));
    expectFailure(error, 'IO_ERROR');
    expect(answerOf(error).log).not.toContain(SECRET);
  });

  it('with a host that nobody knows is IO_ERROR', async () => {
    const error = await thrownBy(() => read(`http://${UNKNOWN_HOST}:5984`));
    expectFailureWithSecret(error, 'IO_ERROR');
  });
});
