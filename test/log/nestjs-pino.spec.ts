import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { PLATFORMS } from '../support/start-app.js';

const APPLICATION = fileURLToPath(new URL('../native/nestjs-pino.js', import.meta.url));

describe.each(PLATFORMS)('with nestjs-pino on %s', (platform) => {
  it('the line of the request has the error and its cause, and the line of the error is one', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [APPLICATION, platform]);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const answer = lines.find(({ status }) => status !== undefined);
    expect(answer).toMatchObject({ status: 500, body: { error_code: 'INTERNAL_SERVER_ERROR' } });
    expect(lines.filter(({ err }) => err !== undefined)).toEqual([
      expect.objectContaining({
        level: 50,
        context: 'AuthOsErrors',
        msg: '500 INTERNAL_SERVER_ERROR GET /broken: TypeError: it broke ← RangeError: deeper',
      }),
      expect.objectContaining({
        msg: 'request errored',
        err: expect.objectContaining({
          type: 'TypeError',
          message: 'it broke: deeper',
          stack: expect.stringContaining('caused by: RangeError: deeper'),
        }),
      }),
    ]);
  }, 30_000);
});
