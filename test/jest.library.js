import { join } from 'node:path';

/**
 * How the tests of the library run, whichever of them.
 *
 * @type {import('jest').Config}
 */
export default {
  rootDir: join(import.meta.dirname, '..'),
  roots: ['<rootDir>/lib', '<rootDir>/test'],
  testEnvironment: '<rootDir>/test/support/native-require.environment.js',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^nestjs-authos-errors$': '<rootDir>/lib/index.ts',
    '^nestjs-authos-errors/(.+)$': '<rootDir>/lib/$1/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
};
