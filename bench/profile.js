// Shows where the CPU time of an answer goes, with Nest's built-in filter, with constant answers and with this library.
// It needs the built package. With `--write`, the table goes into docs/performance.md.
import { formatted, table, writeDocument } from '../scripts/document.js';
import { BASELINE, CONSTANT, OURS, PLATFORMS } from './contenders.js';
import { measuredWith } from './measured-with.js';
import { shareOneCpu } from './one-cpu.js';
import { PART_NAMES, profileParts } from './profile-parts.js';
import { ROUTES } from './routes.js';
import { ServerProcess } from './server-process.js';
import { median } from './statistics.js';

const PATHS = ['/missing', '/pending', '/broken'];
const GENERATIONS = 3;
const WARM_UP = { requests: 3000, connections: 32 };
const MEASURED = { requests: 15_000, connections: 32 };

shareOneCpu();
const rows = [];
for (const { platform } of PLATFORMS) {
  for (const route of ROUTES.filter(({ path }) => PATHS.includes(path))) {
    for (const name of [BASELINE, CONSTANT, OURS]) {
      const parts = await partsOf({ name, platform }, route);
      rows.push([
        platform === 'express' ? 'Express' : 'Fastify',
        route.name,
        name,
        ...parts.map(us),
      ]);
    }
  }
}
const head = ['On', 'Answer', 'By', 'all', ...PART_NAMES];
const report = `${table(head, rows, 3)}
${measuredWith('npm run bench:profile -- --write')}
`;
process.stdout.write(await formatted(report));
if (process.argv.includes('--write')) await writeDocument('performance.md', 'profile', report);

/** The CPU time of an answer in memory, and what of it goes into each part. */
async function partsOf(contender, route) {
  const generations = [];
  for (let generation = 0; generation < GENERATIONS; generation++) {
    const server = await ServerProcess.start(contender);
    try {
      for (const other of ROUTES) await server.askInMemory(other, WARM_UP);
      const all = await server.askInMemory(route, MEASURED);
      const shares = profileParts(await server.profile(route, MEASURED));
      generations.push([all, ...PART_NAMES.map((part) => shares[part] * all)]);
    } finally {
      server.stop();
    }
  }
  return generations[0].map((_, part) => median(generations.map((parts) => parts[part])));
}

function us(time) {
  return `${time.toFixed(1)} µs`;
}
