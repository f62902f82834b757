import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { PLATFORMS } from '../support/start-app.js';

const APPLICATION = fileURLToPath(new URL('../native/error-conformance.js', import.meta.url));

describe.each(PLATFORMS)('runErrorConformance on %s', (platform) => {
  it('is not stopped by a ThrottlerGuard, not even by one that allows a single request', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [APPLICATION, platform]);
    expect(JSON.parse(stdout)).toEqual([]);
  });
});
