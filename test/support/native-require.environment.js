import { createRequire } from 'node:module';
import { TestEnvironment } from 'jest-environment-node';

/** Jest's Node environment with a `require` from outside of its module registry; see native-require.ts. */
export default class NativeRequireEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.nativeRequire = createRequire(import.meta.url);
  }
}
