import { DATABASE_FAULTS } from './faults/database.faults.js';
import { HOSTILE_FAULTS } from './faults/hostile.faults.js';
import { HTTP_FAULTS } from './faults/http.faults.js';
import { INTEGRATION_FAULTS } from './faults/integration.faults.js';

/** Everything that is thrown in every phase, made anew each time. */
export const FAULTS = {
  ...HTTP_FAULTS,
  ...DATABASE_FAULTS,
  ...INTEGRATION_FAULTS,
  ...HOSTILE_FAULTS,
} as const;

export type Fault = keyof typeof FAULTS;

export const FAULT_NAMES = Object.keys(FAULTS) as Fault[];
