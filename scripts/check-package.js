// Packs the package, holds its contents against what it may hold, and uses it as a stranger would:
// installed into an empty project, in an application that throws.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ALLOWED = /^(package\.json|README\.md|LICENSE|dist\/.+\.(js|js\.map|d\.ts))$/;
const PEERS = [
  '@nestjs/common',
  '@nestjs/core',
  '@nestjs/platform-express',
  'reflect-metadata',
  'rxjs',
];

const APPLICATION = `
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AuthOsErrorsModule, isAuthOsErrorEnvelope } from 'nestjs-authos-errors';

const app = await NestFactory.create(AuthOsErrorsModule, { logger: false });
await app.listen(0, '127.0.0.1');
const response = await fetch(await app.getUrl() + '/nowhere');
const envelope = await response.json();
await app.close();
if (response.status !== 404 || !isAuthOsErrorEnvelope(envelope)) throw new Error(JSON.stringify(envelope));
`;

const npm = (args, cwd) =>
  execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

const folder = mkdtempSync(join(tmpdir(), 'check-package-'));
try {
  const [{ filename, files }] = JSON.parse(
    npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder]),
  );
  const paths = files.map(({ path }) => path);
  assert.deepEqual(
    paths.filter((path) => !ALLOWED.test(path)),
    [],
    'the package holds files that it should not',
  );
  for (const needed of ['dist/index.js', 'dist/index.d.ts', 'README.md', 'LICENSE']) {
    assert.ok(paths.includes(needed), `the package lacks ${needed}`);
  }

  const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const peers = PEERS.map((name) => `${name}@${devDependencies[name]}`);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  npm(['install', '--no-audit', '--no-fund', join(folder, filename), ...peers], folder);
  writeFileSync(join(folder, 'application.js'), APPLICATION);
  execFileSync(process.execPath, ['application.js'], { cwd: folder, stdio: 'inherit' });
  process.stdout.write(`${filename}: ${paths.length} files, installs and answers\n`);
} finally {
  rmSync(folder, { recursive: true });
}
