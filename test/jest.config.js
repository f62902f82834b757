import library from './jest.library.js';

/**
 * The tests that need no server, with the e2e of the sample application.
 *
 * @type {import('jest').Config}
 */
export default {
  rootDir: '..',
  projects: [
    { ...library, testMatch: ['<rootDir>/test/**/*.spec.ts'] },
    '<rootDir>/sample-app/jest.config.js',
  ],
  // An embedded database takes seconds to start, and longer on a busy machine.
  testTimeout: 30_000,
};
