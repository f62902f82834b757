// Measures how long the translation of a thrown value takes, on the built package.
// With `--write`, the results go into docs/performance.md.
import 'reflect-metadata';
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { do_not_optimize, measure } from 'mitata';
import { format, resolveConfig } from 'prettier';
import { resolveOptions } from '../dist/esm/options/resolve-options.js';
import { ErrorTranslator } from '../dist/esm/translation/error-translator.js';
import { ERRORS } from './errors.js';

const COMMAND = 'npm run bench:micro';
const DOCUMENT = new URL('../docs/performance.md', import.meta.url);
const TURNS = 7;
const GENERATED = /(?<=<!-- generated -->\n).*(?=<!-- \/generated -->)/s;

const translator = new ErrorTranslator(resolveOptions({}), assert.fail);

// The engine is to know every kind of error before the first is measured, as in a running application.
for (let round = 0; round < 20_000; round++) {
  for (const [name, error, code] of ERRORS) {
    assert.equal(translator.translate(error).code, code, name);
  }
}

// In turns, and the quietest turn of each counts: the machine may be busy with something else for a while.
const quietest = new Map();
for (let turn = 0; turn < TURNS; turn++) {
  for (const [name, error] of ERRORS) {
    const stats = await measure(() => do_not_optimize(translator.translate(error)));
    if (!(quietest.get(name)?.p50 <= stats.p50)) quietest.set(name, stats);
  }
}

const rows = [...quietest].map(([name, { min, p50, p99 }]) => [
  name,
  ...[min, p50, p99].map((time) => `${Math.round(time)} ns`),
]);

const report = [
  ['Thrown', 'least', 'median', '99th percentile'],
  ['---', '--:', '--:', '--:'],
  ...rows,
].map((cells) => `| ${cells.join(' | ')} |\n`);

const text = `
${report.join('')}
Measured with \`${COMMAND}\` on ${new Date().toISOString().slice(0, 10)}: Node ${process.versions.node} on
${cpus().length} × ${cpus()[0]?.model.trim()}, ${process.platform} ${process.arch}, with a load of ${loadavg()[0]?.toFixed(1)}.

`;

process.stdout.write(await formatted(text));
if (process.argv.includes('--write')) {
  const document = readFileSync(DOCUMENT, 'utf8');
  assert.match(document, GENERATED);
  writeFileSync(DOCUMENT, await formatted(document.replace(GENERATED, () => text)));
}

async function formatted(markdown) {
  return format(markdown, { ...(await resolveConfig(DOCUMENT)), parser: 'markdown' });
}
