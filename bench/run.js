// Measures what an answer costs a Nest application: Nest's built-in filter, other filters and this library, on
// Express and on Fastify, each in a process of its own. It needs the built package. With `--write`, the results go
// into docs/performance.md and docs/performance.svg; `--quick` only shows that everything answers.
import { parseArgs } from 'node:util';
import { formatted } from '../scripts/document.js';
import { CONTENDERS, PLATFORMS } from './contenders.js';
import { measureAll } from './measure-all.js';
import { shareOneCpu } from './one-cpu.js';
import { resultTable } from './result-table.js';
import { ROUTES } from './routes.js';
import { writeReport } from './report.js';

const NUMBERS = { generations: 5, rounds: 2, requests: 2000, warmup: 5000, connections: 32 };
const QUICK = { generations: 1, rounds: 1, requests: 64, warmup: 64, connections: 8 };

const { values } = parseArgs({
  options: {
    ...Object.fromEntries(Object.keys(NUMBERS).map((name) => [name, { type: 'string' }])),
    only: { type: 'string', default: '' },
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
if (values.quick && values.write) throw new TypeError('--quick measures nothing to --write');
/** @type {Record<string, unknown>} */
const given = values;
const settings = { ...(values.quick ? QUICK : NUMBERS) };
for (const name of /** @type {(keyof typeof settings)[]} */ (Object.keys(settings))) {
  settings[name] = wholeNumber(name, given[name] ?? settings[name]);
}

/** @param {(typeof PLATFORMS)[number]} platform */
const platformOf = ({ platform }) => platform;
/** @param {import('./types.js').Route} route */
const routeOf = ({ path }) => path.slice(1);
const wanted = values.only.split(',').filter(Boolean);
const names = [...PLATFORMS.map(platformOf), ...ROUTES.map(routeOf)];
const unknown = wanted.find((name) => !names.includes(name));
if (unknown) throw new TypeError(`--only names ${unknown}; it takes some of ${names.join(', ')}`);
const platforms = selected(PLATFORMS, platformOf);
const routes = selected(ROUTES, routeOf);

const onOneCpu = !values.quick && shareOneCpu();

const results = [];
for (const { platform, title, limits } of platforms) {
  const servers = [
    ...CONTENDERS.map((name) => ({ name, platform })),
    ...limits.map((name) => ({ name })),
  ];
  const measured = await measureAll(servers, routes, settings);
  results.push({ title, measured });
  process.stdout.write(await formatted(resultTable({ title, measured })));
}
if (values.write) await writeReport(results, settings, onOneCpu);

/**
 * `--only fastify,missing` measures on Fastify and the route /missing alone.
 *
 * @template T
 * @param {readonly T[]} all
 * @param {(item: T) => string} nameOf
 */
function selected(all, nameOf) {
  const chosen = all.filter((item) => wanted.includes(nameOf(item)));
  return chosen.length > 0 ? chosen : all;
}

/**
 * @param {string} name
 * @param {unknown} value
 */
function wholeNumber(name, value) {
  const number = Number(value);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new TypeError(`--${name} is ${String(value)}; it takes a whole number from 1`);
}
