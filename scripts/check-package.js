// Packs the package, and holds it against what it may hold and against how Node, TypeScript and bundlers resolve it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pack } from './pack.js';

/**
 * The subpaths that users import from.
 *
 * @type {{ exports: Record<string, unknown> }}
 */
const { exports } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const DOORS = Object.keys(exports).filter((path) => !path.endsWith('.json'));

const ALLOWED =
  /^(package\.json|(README|CHANGELOG|SECURITY)\.md|LICENSE|docs\/[\w-]+\.(md|svg)|dist\/cjs\/package\.json|dist\/(esm|cjs)\/.+\.(js|js\.map|d\.ts))$/;
const NEEDED = [
  'README.md',
  'SECURITY.md',
  'LICENSE',
  'docs/options.md',
  'docs/performance.svg',
  'dist/cjs/package.json',
  ...['esm', 'cjs'].flatMap((format) =>
    DOORS.flatMap((door) =>
      ['index.js', 'index.js.map', 'index.d.ts'].map((file) => join('dist', format, door, file)),
    ),
  ),
];

const folder = mkdtempSync(join(tmpdir(), 'check-package-'));
try {
  const { tarball, files } = await pack(folder);
  const unexpected = files.filter((path) => !ALLOWED.test(path));
  assert.deepEqual(unexpected, [], 'the package holds files that it should not');
  const missing = NEEDED.filter((path) => !files.includes(path));
  assert.deepEqual(missing, [], 'the package lacks files');

  for (const command of [
    ['publint', tarball, '--strict'],
    ['attw', tarball],
  ]) {
    execFileSync('npx', ['--no-install', ...command], { stdio: 'inherit' });
  }
} finally {
  rmSync(folder, { recursive: true });
}
