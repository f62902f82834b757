import axios from 'axios';
import { Client } from 'typesense';
import { answerOf } from '../../../support/answer-of.js';
import { expectFailure, expectFailureWithSecret, SECRET } from '../../../support/expect-failure.js';
import { refusingPort } from '../../../support/servers/loopback.server.js';
import { thrownBy } from '../../../support/thrown-by.js';
import { cut, html, json, never, thrownAt } from './store-stub.js';

const documentsOf = (url: string, sendApiKeyAsQueryParam = false) =>
  new Client({
    nodes: [{ url }],
    apiKey: SECRET,
    sendApiKeyAsQueryParam,
    numRetries: 0,
    connectionTimeoutSeconds: 0.2,
    logLevel: 'silent',
  })
    .collections<{ id: string; email: string }>('users')
    .documents();

const create = (url: string) => documentsOf(url).create({ id: SECRET, email: SECRET });
const read = (url: string, inQuery?: boolean) =>
  documentsOf(url, inQuery).search({ q: SECRET, query_by: 'email' });

const FAULTS: Record<string, [status: number, message: string]> = {
  'a document that is not there': [404, `Could not find a document with id: ${SECRET}`],
  'a field it does not know': [400, `Could not find a filter field named \`${SECRET}\``],
  'no access': [401, `Forbidden - a valid \`x-typesense-api-key\` header must be sent. ${SECRET}`],
  'a document it cannot index': [422, `Field \`${SECRET}\` must be a string.`],
  'no room': [507, `Running out of disk ${SECRET}`],
  'a fault of its own': [500, `Internal error ${SECRET}`],
  'its own slowness': [503, `Not Ready or Lagging ${SECRET}`],
};

describe('Typesense', () => {
  it('that has the document already is DUPLICATE_CONSTRAINT', async () => {
    const exists = json(409, { message: `A document with id ${SECRET} already exists.` });
    expectFailureWithSecret(await thrownAt(exists, create), 'DUPLICATE_CONSTRAINT');
  });

  it.each(Object.entries(FAULTS))(
    'that answers with %s is DATABASE_ERROR',
    async (_what, [status, message]) => {
      const error = await thrownAt(json(status, { message }), create);
      expectFailureWithSecret(error, 'DATABASE_ERROR');
    },
  );

  it('whose import fails in part is DATABASE_ERROR', async () => {
    const lines = [{ success: true }, { success: false, error: SECRET, document: SECRET }];
    const body = lines.map((line) => JSON.stringify(line)).join('\n');
    const answer = json(200, body, { 'content-type': 'text/plain' });
    const call = (url: string) =>
      documentsOf(url).import([
        { id: '1', email: SECRET },
        { id: '2', email: SECRET },
      ]);
    expectFailureWithSecret(await thrownAt(answer, call), 'DATABASE_ERROR');
  });

  it('that is set up without servers is DATABASE_ERROR', async () => {
    const error = await thrownBy(() => new Client({ nodes: [], apiKey: SECRET }));
    expectFailure(error, 'DATABASE_ERROR');
  });

  it('whose proxy answers in HTML is DATABASE_ERROR', async () => {
    expectFailure(await thrownAt(html(502), create), 'DATABASE_ERROR');
  });

  describe.each([
    ['in a header', false],
    ['in the query', true],
  ])('with its key %s', (_where, inQuery) => {
    it.each([
      ['that cuts the connection', cut],
      ['that does not answer in time', never],
    ])('%s is DATABASE_ERROR', async (_what, answer) => {
      const error = await thrownAt(answer, (url) => read(url, inQuery));
      expectFailureWithSecret(error, 'DATABASE_ERROR');
    });

    it('that refuses the connection is DATABASE_ERROR', async () => {
      const url = `http://127.0.0.1:${await refusingPort()}`;
      expectFailureWithSecret(await thrownBy(() => read(url, inQuery)), 'DATABASE_ERROR');
    });
  });

  it('is not whatever axios asks', async () => {
    const call = (url: string) => axios.get(url, { headers: { 'x-api-key': SECRET } });
    const error = await thrownAt(cut, call);
    expect(answerOf(error).wire).toContain('"error_code":"IO_ERROR"');
  });
});
