import NativeRequireEnvironment from '../support/native-require.environment.js';

/** The environment of suite.ts: puts the spec before the name of a test, and stops at the first test that fails. */
export default class SuiteEnvironment extends NativeRequireEnvironment {
  constructor(config, context) {
    super(config, context);
    const pattern = config.globalConfig.testNamePattern;
    // The pattern is of whole names with their special characters escaped.
    this.global.isWanted = (spec) => !pattern || pattern.replaceAll('\\', '').includes(`[${spec}]`);
  }

  handleTestEvent({ name, test }, { currentDescribeBlock: block }) {
    if (name === 'start_describe_definition' && block.parent.name === 'ROOT_DESCRIBE_BLOCK') {
      block.name = `[${String(this.global.spec)}] ${block.name}`;
    }
    // A mutant is killed once.
    if (name === 'test_done' && process.env.__STRYKER_ACTIVE_MUTANT__)
      this.failed ||= test.errors.length > 0;
    if (name === 'test_start' && this.failed) test.mode = 'skip';
  }
}
