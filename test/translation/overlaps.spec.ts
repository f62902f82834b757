import { createRequire } from 'node:module';
import { firstMapping } from '../../lib/translation/first-mapping.js';
import type { SourceMapper } from '../../lib/translation/source-mapper.js';
import { AUTHOS_SOURCES } from '../../lib/translation/sources/authos/authos.sources.js';
import { BILLING_SOURCES } from '../../lib/translation/sources/billing/billing.sources.js';
import { DATABASE_SOURCES } from '../../lib/translation/sources/databases/database.sources.js';
import { HTTP_SOURCES } from '../../lib/translation/sources/http/http.sources.js';
import { IO_SOURCES } from '../../lib/translation/sources/io/io.sources.js';
import { OAUTH_SOURCES } from '../../lib/translation/sources/oauth/oauth.sources.js';
import { TOKEN_SOURCES } from '../../lib/translation/sources/tokens/token.sources.js';
import { UPSTREAM_SOURCES } from '../../lib/translation/sources/upstream/upstream.sources.js';
import { isObject } from '../../lib/translation/unknown-object.js';
import { type FieldShape, revive } from '../support/field-shape.js';

const require = createRequire(import.meta.url);
const SHAPES = require('../fixtures/field-shapes.json') as readonly FieldShape[];

const KINDS: Readonly<Record<string, readonly SourceMapper[]>> = {
  authos: AUTHOS_SOURCES,
  databases: DATABASE_SOURCES,
  tokens: TOKEN_SOURCES,
  billing: BILLING_SOURCES,
  oauth: OAUTH_SOURCES,
  upstream: UPSTREAM_SOURCES,
  http: HTTP_SOURCES,
  io: IO_SOURCES,
};

function kindsOf({ fixture }: FieldShape): string {
  const error = revive(fixture);
  if (!isObject(error)) return '';
  const kinds = Object.entries(KINDS).filter(([, sources]) => firstMapping(sources, error));
  return kinds.map(([kind]) => kind).join(', ');
}

it('the order of the kinds decides about no observed error but these', () => {
  const overlaps = SHAPES.map((shape) => [shape.id, kindsOf(shape)] as const).filter(([, kinds]) =>
    kinds.includes(','),
  );
  expect(Object.fromEntries(overlaps)).toEqual({
    // @fastify/jwt makes its errors as every plugin of Fastify does.
    'fastify-jwt-invalid': 'tokens, http',
    'fastify-jwt-missing': 'tokens, http',
    // A database without TLS is either; DATABASE_ERROR says more.
    'mysql2-nossl': 'databases, io',
  });
});
