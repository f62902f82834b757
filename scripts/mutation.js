import { Stryker } from '@stryker-mutator/core';

const SOURCES = 'lib/translation/mappers';
const DATABASES = `${SOURCES}/{class-chain,d,knex,mi,mo,my,or,postgres,prisma,se,sql,typeorm}*.ts`;

/** Parts of lib, and the tests that their mutants are held against: with all of them it would take hours. */
const PARTS = {
  contract: { mutate: ['lib/contract/*.ts'], tests: ['contract', 'access', 'filter'] },
  translation: {
    mutate: ['lib/translation/*.ts'],
    tests: [
      'translation/error-translator',
      'translation/mappers/http-',
      'translation/mappers/jose',
      'translation/mappers/v',
      'databases/look-alikes',
      'filter/log-text',
    ],
  },
  databases: { mutate: [DATABASES], tests: ['databases'] },
  sources: { mutate: [`${SOURCES}/*.ts`, `!${DATABASES}`], tests: ['translation'] },
  filter: {
    mutate: ['lib/filter/*.ts'],
    tests: ['filter', 'edge', 'authos-errors.module', 'total/phases'],
  },
  access: { mutate: ['lib/access/*.ts'], tests: ['access'] },
};

/** The score over all of them below which this fails, in percent. */
const REQUIRED = 85;

const chosen = process.argv.slice(2);
const results = [];
for (const part of chosen.length > 0 ? chosen : Object.keys(PARTS)) {
  const { mutate, tests } = PARTS[part];
  process.env.MUTATION_TESTS = tests.join();
  const file = (name) => `reports/mutation/${part}.${name}`;
  const stryker = new Stryker({
    mutate,
    incrementalFile: file('incremental.json'),
    htmlReporter: { fileName: file('html') },
    jsonReporter: { fileName: file('json') },
  });
  results.push(...(await stryker.runMutationTest()));
}

const count = (...states) => results.filter(({ status }) => states.includes(status)).length;
const detected = count('Killed', 'Timeout');
const score = (100 * detected) / (detected + count('Survived', 'NoCoverage'));
process.stdout.write(`${score.toFixed(1)} % of ${results.length} mutants are found\n`);
if (score < REQUIRED) process.exitCode = 1;
