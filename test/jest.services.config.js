import sample from '../sample-app/jest.config.js';
import base from './jest.config.js';
import library from './jest.library.js';

// The servers, each on its default port of loopback unless set otherwise. A missing one fails the tests.
process.env.POSTGRES_URL ??= 'postgres://postgres@127.0.0.1:5432/postgres';
process.env.MARIADB_URL ??= 'mysql://root@127.0.0.1:3306/test';
process.env.REDIS_URL ??= 'redis://127.0.0.1:6379';
process.env.DATABASE_URL ??= process.env.POSTGRES_URL;

/**
 * The tests that need servers, and the whole e2e of the sample application on PostgreSQL.
 *
 * @type {import('jest').Config}
 */
export default {
  ...base,
  projects: [
    { ...library, testMatch: ['<rootDir>/test/**/*.db-spec.ts'] },
    {
      ...sample,
      rootDir: '<rootDir>/../sample-app',
      testMatch: ['<rootDir>/test/**/*.{db,e2e}-spec.ts'],
    },
  ],
};
