import type { SourceMapper } from '../source-mapper.js';
import { APPLICATION_SOURCES } from './application/application.sources.js';
import { AUTHOS_SOURCES } from './authos/authos.sources.js';
import { BILLING_SOURCES } from './billing/billing.sources.js';
import { DATABASE_SOURCES } from './databases/database.sources.js';
import { HTTP_SOURCES } from './http/http.sources.js';
import { IO_SOURCES } from './io/io.sources.js';
import { OAUTH_SOURCES } from './oauth/oauth.sources.js';
import { TOKEN_SOURCES } from './tokens/token.sources.js';

/**
 * The kinds whose texts quote statements, values, keys and what others answered. They are logged by their fields alone.
 * They count as the cause of an application's own Error, too.
 */
export const LIBRARY_SOURCES: readonly SourceMapper[] = [
  ...AUTHOS_SOURCES,
  ...DATABASE_SOURCES,
  ...TOKEN_SOURCES,
  ...BILLING_SOURCES,
  ...OAUTH_SOURCES,
];

/** The order in which a thrown value is shown to the mappers: the first that recognises it wins. */
export const SOURCES: readonly SourceMapper[] = [
  ...APPLICATION_SOURCES,
  ...LIBRARY_SOURCES,
  ...HTTP_SOURCES,
  // Last, because the errors of databases and OAuth clients have the codes of the network, too.
  ...IO_SOURCES,
];

/** The same for a cause. An answer to another request means nothing here. */
export const CAUSE_SOURCES: readonly SourceMapper[] = [...LIBRARY_SOURCES, ...IO_SOURCES];
