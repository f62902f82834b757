import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { START_TIMEOUT } from './support/sample-app.process.js';
import { TokenSigner } from './support/token-signer.js';

const SCRIPT = fileURLToPath(new URL('support/conformance.process.js', import.meta.url));

describe.each(['express', 'fastify'])('Whatever is thrown, on %s', (PLATFORM) => {
  it(
    'is answered with an envelope, in every phase of a request',
    async () => {
      const signer = new TokenSigner();
      const { stdout } = await promisify(execFile)(process.execPath, [SCRIPT], {
        env: {
          ...process.env,
          DATABASE_URL: '',
          REDIS_URL: '',
          PLATFORM,
          AUTH_PRIVATE_KEY: signer.pem,
          TOKEN: await signer.sign(),
        },
      });
      expect(JSON.parse(stdout)).toEqual([]);
    },
    // Some 2,500 requests, beside the start.
    4 * START_TIMEOUT,
  );
});
