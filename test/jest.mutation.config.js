import { join } from 'node:path';
import library from './jest.library.js';

/**
 * The tests that mutants are held against; see mutation/suite.ts.
 *
 * @type {import('jest').Config}
 */
export default {
  ...library,
  // A path that Stryker can resolve as well: it wraps the environment to learn which test reaches which mutant.
  testEnvironment: join(import.meta.dirname, 'mutation/suite.environment.js'),
  testMatch: ['<rootDir>/test/mutation/suite.ts'],
  watchman: false,
  // A mutant that never answers is found out sooner.
  testTimeout: 5_000,
};
