// Packs the package, copies the sample application into a folder of its own and goes on there as its README says:
// installs it, starts it, asks for what does not exist, compiles its tests and runs some.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { pack } from './pack.js';

const SAMPLE = fileURLToPath(new URL('../sample-app', import.meta.url));
/** What the copy has to make for itself. */
const MADE = ['node_modules', 'dist', 'generated'];
/** To build and to start, on a busy machine. */
const PATIENCE = 300_000;

const folder = mkdtempSync(join(tmpdir(), 'check-sample-'));
const cwd = join(folder, 'sample-app');
const env = { ...process.env, PORT: '0', DATABASE_URL: '', REDIS_URL: '' };

/** @param {string[]} args */
function npm(...args) {
  execFileSync('npm', args, { cwd, env, stdio: 'inherit' });
}

/**
 * Starts the application, and gives what it answers at a path.
 *
 * @param {string} path
 */
async function answerAt(path) {
  // In a process group: npm starts a shell, and that the application.
  const app = spawn('npm', ['start'], {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: PATIENCE,
  });
  const exited = once(app, 'exit');
  try {
    for await (const line of createInterface(app.stdout)) {
      const url = /^Listening on (http:\S+)$/.exec(line)?.[1];
      if (!url) continue;
      const response = await fetch(url + path);
      return {
        status: response.status,
        body: /** @type {Record<string, string>} */ (await response.json()),
      };
    }
    throw new Error('the sample application ended before it listened');
  } finally {
    if (app.pid && app.exitCode === null) process.kill(-app.pid, 'SIGINT');
    await exited;
  }
}

try {
  const { tarball } = await pack(folder);
  cpSync(SAMPLE, cwd, { recursive: true, filter: (path) => !MADE.includes(basename(path)) });
  npm('install', tarball, '--no-audit', '--no-fund');

  const { status, body } = await answerAt('/organizations/atlantis');
  const { timestamp, ...told } = body;
  const error = 'The requested resource does not exist.';
  assert.deepEqual({ status, ...told }, { status: 404, error, error_code: 'NOT_FOUND' });
  assert.match(String(timestamp), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);

  npm('run', 'typecheck');
  npm('run', 'jest', '--', 'test/device');
} finally {
  rmSync(folder, { recursive: true });
}
