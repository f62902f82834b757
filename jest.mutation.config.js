import { fileURLToPath } from 'node:url';
import base from './jest.config.js';

/**
 * The tests that mutants are held against; see test/mutation/suite.ts.
 *
 * @type {import('jest').Config}
 */
export default {
  ...base,
  // A path that Stryker can resolve as well: it wraps the environment to learn which test reaches which mutant.
  testEnvironment: fileURLToPath(new URL('test/mutation/suite.environment.js', import.meta.url)),
  testMatch: ['<rootDir>/test/mutation/suite.ts'],
  watchman: false,
  // A mutant that never answers is found out sooner.
  testTimeout: 5_000,
};
