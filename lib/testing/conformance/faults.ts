import { APPLICATION_FAULTS } from './faults/application.faults.js';
import { AUTHOS_FAULTS } from './faults/authos.faults.js';
import { BILLING_FAULTS } from './faults/billing.faults.js';
import { DATABASE_FAULTS } from './faults/databases.faults.js';
import { HOSTILE_FAULTS } from './faults/hostile.faults.js';
import { HTTP_FAULTS } from './faults/http.faults.js';
import { IO_FAULTS } from './faults/io.faults.js';
import { OAUTH_FAULTS } from './faults/oauth.faults.js';
import { TOKEN_FAULTS } from './faults/tokens.faults.js';
import { UPSTREAM_FAULTS } from './faults/upstream.faults.js';

/** Everything that is thrown in every phase, made anew each time. */
export const FAULTS = {
  ...APPLICATION_FAULTS,
  ...HTTP_FAULTS,
  ...AUTHOS_FAULTS,
  ...TOKEN_FAULTS,
  ...DATABASE_FAULTS,
  ...BILLING_FAULTS,
  ...OAUTH_FAULTS,
  ...IO_FAULTS,
  ...UPSTREAM_FAULTS,
  ...HOSTILE_FAULTS,
} as const;

export type Fault = keyof typeof FAULTS;

export const FAULT_NAMES = Object.keys(FAULTS) as Fault[];
