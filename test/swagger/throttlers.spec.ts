import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const APPLICATIONS = fileURLToPath(new URL('../native/throttled-document.js', import.meta.url));

const ALWAYS = ['200', '500'];
const LIMITED = ['200', '429', '500'];

describe('addAuthOsErrors(), of throttlers', () => {
  it('knows which routes are left to one of them', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [APPLICATIONS]);
    expect(JSON.parse(stdout)).toEqual({
      named: { limited: LIMITED, short: LIMITED, both: ALWAYS, default: LIMITED, again: LIMITED },
      unnamed: { limited: ALWAYS, short: ALWAYS, both: ALWAYS, default: ALWAYS, again: LIMITED },
    });
  }, 30_000);
});
