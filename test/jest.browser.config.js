import sample from '../sample-app/jest.config.js';
import base from './jest.config.js';
import library from './jest.library.js';

// Debian's place for it; a missing browser fails the tests.
process.env.CHROMIUM ??= '/usr/bin/chromium';

const testMatch = ['<rootDir>/test/**/*.browser-spec.ts'];

/**
 * The tests that need a browser.
 *
 * @type {import('jest').Config}
 */
export default {
  ...base,
  projects: [
    { ...library, testMatch },
    { ...sample, rootDir: '<rootDir>/../sample-app', testMatch },
  ],
};
