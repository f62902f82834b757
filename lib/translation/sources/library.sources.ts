import type { SourceMapper } from '../source-mapper.js';
import { AUTHOS_SOURCES } from './authos/authos.sources.js';
import { BILLING_SOURCES } from './billing/billing.sources.js';
import { DATABASE_SOURCES } from './databases/database.sources.js';
import { OAUTH_SOURCES } from './oauth/oauth.sources.js';
import { TOKEN_SOURCES } from './tokens/token.sources.js';
import { UPSTREAM_SOURCES } from './upstream/upstream.sources.js';

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
  // Last, because databases, billing and OAuth clients have requests, responses and gRPC statuses as well.
  ...UPSTREAM_SOURCES,
];
