import base from './jest.config.js';

// Debian's place for it; a missing browser fails the tests.
process.env.CHROMIUM ??= '/usr/bin/chromium';

/**
 * The tests that need a browser.
 *
 * @type {import('jest').Config}
 */
export default { ...base, testMatch: ['**/*.browser-spec.ts'] };
