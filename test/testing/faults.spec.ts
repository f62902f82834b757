import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ArgumentsHost } from '@nestjs/common';
import { FAULTS } from '../../lib/testing/conformance/faults.js';
import { APPLICATION_FAULTS } from '../../lib/testing/conformance/faults/application.faults.js';
import { AUTHOS_FAULTS } from '../../lib/testing/conformance/faults/authos.faults.js';
import { BILLING_FAULTS } from '../../lib/testing/conformance/faults/billing.faults.js';
import { DATABASE_FAULTS } from '../../lib/testing/conformance/faults/databases.faults.js';
import { HOSTILE_FAULTS } from '../../lib/testing/conformance/faults/hostile.faults.js';
import { HTTP_FAULTS } from '../../lib/testing/conformance/faults/http.faults.js';
import { IO_FAULTS } from '../../lib/testing/conformance/faults/io.faults.js';
import { OAUTH_FAULTS } from '../../lib/testing/conformance/faults/oauth.faults.js';
import { TOKEN_FAULTS } from '../../lib/testing/conformance/faults/tokens.faults.js';
import { UPSTREAM_FAULTS } from '../../lib/testing/conformance/faults/upstream.faults.js';
import { firstMapping } from '../../lib/translation/first-mapping.js';
import { APPLICATION_SOURCES } from '../../lib/translation/sources/application/application.sources.js';
import { AUTHOS_SOURCES } from '../../lib/translation/sources/authos/authos.sources.js';
import { BILLING_SOURCES } from '../../lib/translation/sources/billing/billing.sources.js';
import { DATABASE_SOURCES } from '../../lib/translation/sources/databases/database.sources.js';
import { mapHttpError } from '../../lib/translation/sources/http/http-error.mapper.js';
import { HTTP_SOURCES } from '../../lib/translation/sources/http/http.sources.js';
import { IO_SOURCES } from '../../lib/translation/sources/io/io.sources.js';
import { OAUTH_SOURCES } from '../../lib/translation/sources/oauth/oauth.sources.js';
import { SOURCES } from '../../lib/translation/sources/sources.js';
import { TOKEN_SOURCES } from '../../lib/translation/sources/tokens/token.sources.js';
import { UPSTREAM_SOURCES } from '../../lib/translation/sources/upstream/upstream.sources.js';
import type { UnknownObject } from '../../lib/translation/unknown-object.js';
import { OwnHost } from '../../lib/transports/own-host.js';

const LIB = join(import.meta.dirname, '../../lib');

/** The faults of each kind, and the sources that have to know them. */
const KINDS = {
  application: [APPLICATION_FAULTS, APPLICATION_SOURCES],
  authos: [AUTHOS_FAULTS, AUTHOS_SOURCES],
  billing: [BILLING_FAULTS, BILLING_SOURCES],
  databases: [DATABASE_FAULTS, DATABASE_SOURCES],
  http: [HTTP_FAULTS, [mapHttpError, ...HTTP_SOURCES]],
  io: [IO_FAULTS, IO_SOURCES],
  oauth: [OAUTH_FAULTS, OAUTH_SOURCES],
  tokens: [TOKEN_FAULTS, TOKEN_SOURCES],
  upstream: [UPSTREAM_FAULTS, UPSTREAM_SOURCES],
} as const;

/** A message of a broker, where the exceptions of Nest's transports are known as well. */
const HOST: ArgumentsHost = new OwnHost('rpc', [{}, {}]);

/** What the causes of an error say, and not the error itself. */
const BY_CAUSE: readonly string[] = ['all-connections-refused'];

const known = Object.entries(KINDS).flatMap(([kind, [faults, sources]]) =>
  Object.entries<() => unknown>(faults)
    .filter(([fault]) => !BY_CAUSE.includes(fault))
    .map(([fault, thrown]) => ({ kind, fault, thrown, sources })),
);

describe('the faults of the conformance kit', () => {
  it('have the kinds that the sources of errors have', () => {
    const folders = readdirSync(join(LIB, 'translation/sources'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    const files = readdirSync(join(LIB, 'testing/conformance/faults'))
      .map((name) => name.replace('.faults.ts', ''))
      .filter((name) => name !== 'hostile');
    expect(files.toSorted()).toEqual(folders.toSorted());
    expect(Object.keys(KINDS).toSorted()).toEqual(folders.toSorted());
  });

  it('are all thrown, each by a name of its own', () => {
    const faults = [...Object.values(KINDS).map(([of]) => of), HOSTILE_FAULTS];
    expect(faults.flatMap(Object.keys).toSorted()).toEqual(Object.keys(FAULTS).toSorted());
  });

  it.each(known)('$fault is one of $kind', ({ thrown, sources }) => {
    const own = firstMapping(sources, thrown() as UnknownObject, HOST);
    expect(own).toBeDefined();
    expect(firstMapping(SOURCES, thrown() as UnknownObject, HOST)).toEqual(own);
  });
});
