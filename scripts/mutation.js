import { Stryker } from '@stryker-mutator/core';

const SOURCES = 'lib/translation/sources';

/**
 * Parts of lib, and the tests that their mutants are held against: with all of them it would take hours.
 *
 * @type {Record<string, { mutate: string[], tests: string[] }>}
 */
const PARTS = {
  contract: { mutate: ['lib/contract/*.ts'], tests: ['contract', 'options', 'access', 'filter'] },
  translation: {
    mutate: ['lib/translation/*.ts'],
    tests: [
      'translation/error-translator',
      'translation/sources/application',
      'translation/sources/http',
      'translation/sources/tokens/jose',
      'databases/look-alikes',
      'log',
    ],
  },
  databases: { mutate: [`${SOURCES}/databases/*.ts`], tests: ['databases'] },
  sources: {
    mutate: [`${SOURCES}/**/*.ts`, `!${SOURCES}/databases/*.ts`],
    tests: ['translation'],
  },
  transports: {
    mutate: ['lib/transports/**/*.ts'],
    tests: ['transports', 'filter', 'total/phases'],
  },
  log: { mutate: ['lib/log/*.ts'], tests: ['log', 'filter'] },
  filter: {
    mutate: ['lib/filter/*.ts', 'lib/nest/*.ts'],
    tests: [
      'filter',
      'nest',
      'log/error-reporter',
      'authos-errors.module',
      'transports',
      'total/phases',
    ],
  },
  access: { mutate: ['lib/access/*.ts'], tests: ['access'] },
};

/** The score over all of them below which this fails, in percent. */
const REQUIRED = 85;

const names = process.argv.slice(2);
const unknown = names.find((name) => !Object.hasOwn(PARTS, name));
if (unknown !== undefined) {
  throw new TypeError(`mutation: ${unknown} is not one of ${Object.keys(PARTS).join(', ')}`);
}
const parts = Object.entries(PARTS).filter(([part]) => names.length === 0 || names.includes(part));
/** @type {import('@stryker-mutator/api/core').MutantResult[]} */
const results = [];
for (const [part, { mutate, tests }] of parts) {
  process.env.MUTATION_TESTS = tests.join();
  /** @param {string} name */
  const file = (name) => `reports/mutation/${part}.${name}`;
  const stryker = new Stryker({
    mutate,
    incrementalFile: file('incremental.json'),
    htmlReporter: { fileName: file('html') },
    jsonReporter: { fileName: file('json') },
  });
  results.push(...(await stryker.runMutationTest()));
}

/** @param {import('@stryker-mutator/api/core').MutantStatus[]} states */
const count = (...states) => results.filter(({ status }) => states.includes(status)).length;
const found = count('Killed', 'Timeout');
const all = found + count('Survived', 'NoCoverage');
const score = (100 * found) / all;
process.stdout.write(`${score.toFixed(1)} %: the tests find ${found} of ${all} mutants\n`);
if (score < REQUIRED) process.exitCode = 1;
