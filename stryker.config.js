/**
 * What scripts/mutation.js runs for each folder.
 *
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--no-warnings=ExperimentalWarning'],
  jest: { configFile: 'test/jest.mutation.config.js', enableFindRelatedTests: false },
  coverageAnalysis: 'perTest',
  // A mutant in what runs once, at load, would need every test.
  ignoreStatic: true,
  // Jest gives up first on a request that is never answered.
  timeoutMS: 8_000,
  concurrency: 1,
  // Jest does not give back the memory of ES modules.
  maxTestRunnerReuse: 40,
  // swc strips the types.
  disableTypeChecks: false,
  ignorePatterns: ['dist', 'docs', 'bench', 'sample-app', 'reports', '.ci'],
  incremental: true,
  reporters: ['progress-append-only', 'clear-text', 'html', 'json'],
  clearTextReporter: { allowColor: false, reportTests: false },
};
