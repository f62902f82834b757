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
  // Node never gives back the ES modules of a test file: a worker that holds too many of them starts anew.
  workerIdleMemoryLimit: '1GB',
  maxWorkers: '100%',
  // An embedded database takes seconds to start, and longer on a busy machine.
  testTimeout: 30_000,
};
