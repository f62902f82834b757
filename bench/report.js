import { readFile, writeFile } from 'node:fs/promises';
import { writeDocument } from '../scripts/document.js';
import { measuredWith } from './measured-with.js';
import { picture } from './picture.js';
import { resultTable } from './result-table.js';

const PICTURE = new URL('../docs/performance.svg', import.meta.url);
const PACKAGES = [
  '@nestjs/core',
  'express',
  'fastify',
  'nest-problem-details-filter',
  'autocannon',
  'nestjs-authos-errors',
];

/**
 * Writes the results into docs/performance.md, and their picture beside it.
 *
 * @param {readonly import('./types.js').Result[]} results
 * @param {import('./types.js').Settings} settings
 * @param {boolean} onOneCpu
 */
export async function writeReport(results, settings, onOneCpu) {
  const { generations, rounds, requests, warmup, connections } = settings;
  const options = Object.entries(settings).map(([name, value]) => `--${name} ${value}`);
  const versions = await Promise.all(PACKAGES.map(versionOf));
  await writeDocument(
    'performance.md',
    'requests',
    `${results.map(resultTable).join('\n')}
${measuredWith(`npm run bench -- ${options.join(' ')} --write`)} Every server was started ${generations} times, each time for ${rounds} rounds
of ${requests} requests a route over ${connections} connections, after ${warmup} that are not counted${onOneCpu ? ', with servers and client on one CPU' : ''}. With ${versions.join(', ')}.
`,
  );
  await writeFile(PICTURE, picture(results));
}

/** @param {string} name */
async function versionOf(name) {
  const manifest = name === 'nestjs-authos-errors' ? '../' : `../node_modules/${name}/`;
  /** @type {{ version: string }} */
  const { version } = JSON.parse(
    await readFile(new URL(`${manifest}package.json`, import.meta.url), 'utf8'),
  );
  return `${name} ${version}`;
}
