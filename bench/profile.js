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

const PATHS = ['/missing', '/pending', '/signup', '/broken'];
const NAMES = [BASELINE, CONSTANT, OURS];
const COLUMNS = ['all', ...PART_NAMES];
const GENERATIONS = 5;
const WARM_UP = { requests: 3000, connections: 32 };
const MEASURED = { requests: 15_000, connections: 32 };

shareOneCpu();
const rows = [];
for (const { platform, title } of PLATFORMS) {
  for (const route of ROUTES.filter(({ path }) => PATHS.includes(path))) {
    /** @type {Map<string, Map<string, number>[]>} The times of the parts in each generation. */
    const generations = new Map(NAMES.map((name) => [name, []]));
    for (let generation = 0; generation < GENERATIONS; generation++) {
      // In turns, so that what disturbs the machine for a while hits all of them.
      for (const [name, parts] of generations) parts.push(await partsOf({ name, platform }, route));
    }
    for (const [name, generation] of generations) {
      const times = COLUMNS.map((part) =>
        us(median(generation.map((parts) => parts.get(part) ?? NaN))),
      );
      rows.push([title, route.name, name, ...times]);
    }
  }
}
const head = ['On', 'Answer', 'By', ...COLUMNS];
const report = `${table(head, rows, 3)}
${measuredWith('npm run bench:profile -- --write')}
`;
process.stdout.write(await formatted(report));
if (process.argv.includes('--write')) await writeDocument('performance.md', 'profile', report);

/**
 * The CPU time of an answer in memory, and what of it goes into each part, of a new process.
 *
 * @param {import('./types.js').Server} contender
 * @param {import('./types.js').Route} route
 */
async function partsOf(contender, route) {
  const server = await ServerProcess.start(contender);
  try {
    for (const other of ROUTES) await server.askInMemory(other, WARM_UP);
    const all = await server.askInMemory(route, MEASURED);
    const shares = profileParts(await server.profile(route, MEASURED));
    const parts = [...shares].map(([part, share]) => /** @type {const} */ ([part, share * all]));
    return new Map([['all', all], ...parts]);
  } finally {
    server.stop();
  }
}

/** @param {number} time */
function us(time) {
  return `${time.toFixed(1)} µs`;
}
