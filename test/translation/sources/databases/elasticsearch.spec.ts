import type { RequestListener } from 'node:http';
import { Client as Elasticsearch, errors } from '@elastic/elasticsearch';
import { Client as OpenSearch } from '@opensearch-project/opensearch';
import { expectFailure, expectFailureWithSecret, SECRET } from '../../../support/expect-failure.js';
import { refusingPort } from '../../../support/servers/loopback.server.js';
import { thrownBy } from '../../../support/thrown-by.js';
import { cut, cutMidway, html, json, never, thrownAt } from './store-stub.js';

/** Without it, the client takes the server for another product. */
const HEADERS = { 'x-elastic-product': 'Elasticsearch' };

const answer = (status: number, body: unknown): RequestListener => json(status, body, HEADERS);

/** As the server writes its faults: the first of the causes once more as the fault itself. */
const fault = (status: number, type: string, reason: string): RequestListener => {
  const cause = { type, reason, index_uuid: 'aAsFqTI0Tc2W0LCWgPNrOA', shard: '0', index: 'users' };
  return answer(status, { error: { root_cause: [cause], ...cause }, status });
};

const conflict = (what: string): RequestListener =>
  fault(409, 'version_conflict_engine_exception', `[${SECRET}]: version conflict, ${what}`);

/** Conflicts over a document that is there, and that was expected to be. */
const CHANGED_MEANWHILE = [
  'required seqNo [3], primary term [1]. current document has seqNo [4] and primary term [1]',
  'required seqNo [3], primary term [1]. but no document was found',
  'current version [2] is different than the one provided [1]',
  'current version [5] is higher or equal to the one provided [5]',
];

const FAULTS: Record<string, RequestListener> = {
  'a document that is not there': answer(404, { _index: 'users', _id: SECRET, found: false }),
  'an index that is not there': fault(
    404,
    'index_not_found_exception',
    `no such index [${SECRET}]`,
  ),
  'an index that is there': fault(400, 'resource_already_exists_exception', `index [${SECRET}]`),
  'a query it cannot read': fault(400, 'parsing_exception', `unknown query [${SECRET}]`),
  'no access': fault(403, 'security_exception', `action is unauthorized for user [${SECRET}]`),
  'too many requests': fault(429, 'es_rejected_execution_exception', `rejected ${SECRET}`),
  'documents of a query that were changed meanwhile': answer(409, {
    took: 5,
    version_conflicts: 1,
    failures: [
      { index: 'users', id: SECRET, cause: { type: 'version_conflict_engine_exception' } },
    ],
  }),
  'what is not JSON': answer(200, `<${SECRET}`),
};

/** What both clients can do, which come of one code. */
interface Engine {
  create(url: string): Promise<unknown>;
  get(url: string, requestTimeout?: number): Promise<unknown>;
  index(url: string, document: object): Promise<unknown>;
}

const document = { email: SECRET };
const elasticOf = (node: string) => new Elasticsearch({ node, maxRetries: 0 });
const openSearchOf = (node: string) => new OpenSearch({ node, maxRetries: 0 });

const ENGINES: Record<string, Engine> = {
  Elasticsearch: {
    create: (url) => elasticOf(url).create({ index: 'users', id: SECRET, document }),
    get: (url, requestTimeout) =>
      elasticOf(url).get({ index: 'users', id: SECRET }, { requestTimeout }),
    index: (url, body) => elasticOf(url).index({ index: 'users', document: body }),
  },
  OpenSearch: {
    create: (url) => openSearchOf(url).create({ index: 'users', id: SECRET, body: document }),
    get: (url, requestTimeout) =>
      openSearchOf(url).get({ index: 'users', id: SECRET }, { requestTimeout }),
    index: (url, body) => openSearchOf(url).index({ index: 'users', body }),
  },
};

describe.each(Object.entries(ENGINES))('%s', (_name, engine) => {
  it('that has the document already is DUPLICATE_CONSTRAINT', async () => {
    const exists = conflict('document already exists (current version [1])');
    const error = await thrownAt(exists, (url) => engine.create(url));
    expectFailureWithSecret(error, 'DUPLICATE_CONSTRAINT');
  });

  it.each(CHANGED_MEANWHILE)(
    'whose document was changed meanwhile, %s, is DATABASE_ERROR',
    async (what) => {
      const error = await thrownAt(conflict(what), (url) => engine.index(url, document));
      expectFailureWithSecret(error, 'DATABASE_ERROR');
    },
  );

  it.each(Object.entries(FAULTS))(
    'that answers with %s is DATABASE_ERROR',
    async (_what, listener) => {
      expectFailureWithSecret(await thrownAt(listener, (url) => engine.get(url)), 'DATABASE_ERROR');
    },
  );

  it.each([
    ['whose proxy answers in HTML', html(502)],
    ['that cuts the connection', cut],
    ['that cuts the connection midway', cutMidway],
  ])('%s is DATABASE_ERROR', async (_what, listener) => {
    expectFailureWithSecret(await thrownAt(listener, (url) => engine.get(url)), 'DATABASE_ERROR');
  });

  it('that refuses the connection is DATABASE_ERROR', async () => {
    const url = `http://127.0.0.1:${await refusingPort()}`;
    expectFailureWithSecret(await thrownBy(() => engine.get(url)), 'DATABASE_ERROR');
  });

  it('that does not answer in time is DATABASE_ERROR', async () => {
    const error = await thrownAt(never, (url) => engine.get(url, 50));
    expectFailureWithSecret(error, 'DATABASE_ERROR');
  });

  it('that is given what is no JSON is DATABASE_ERROR', async () => {
    const loop: Record<string, unknown> = { email: SECRET };
    loop.loop = loop;
    const error = await thrownBy(() => engine.index('http://127.0.0.1:1', loop));
    expectFailureWithSecret(error, 'DATABASE_ERROR');
  });
});

it('a server that is not Elasticsearch is DATABASE_ERROR', async () => {
  const error = await thrownAt(json(200, { name: SECRET }), (url) =>
    ENGINES.Elasticsearch!.get(url),
  );
  expect(error).toBeInstanceOf(errors.ProductNotSupportedError);
  expectFailure(error, 'DATABASE_ERROR');
});
