import { BASELINE } from './contenders.js';
import { table } from '../scripts/document.js';
import { median, quantile } from './statistics.js';

/** @import { Result, Round, Rounds } from './types.js' */

const HEAD = [
  'Answer',
  'By',
  'ratio',
  'ratio in memory',
  'CPU',
  'CPU in memory',
  'per second',
  'p99',
];

/**
 * How many times the CPU time Nest's built-in filter takes for the same answer: the median of the rounds, and the
 * quartiles.
 *
 * @param {Rounds} rounds
 * @param {string} name
 * @param {'cpu' | 'inMemory'} key
 */
export function ratioOf(rounds, name, key = 'cpu') {
  const baseline = roundsOf(rounds, BASELINE);
  const ratios = roundsOf(rounds, name).map(
    (round, index) => (baseline[index]?.[key] ?? NaN) / round[key],
  );
  return { median: median(ratios), low: quantile(ratios, 0.25), high: quantile(ratios, 0.75) };
}

/**
 * The results of a platform as a table in Markdown.
 *
 * @param {Result} result
 */
export function resultTable({ title, measured }) {
  const rows = measured.flatMap(({ route, rounds }) =>
    Object.keys(rounds).map((name) => row(route, name, rounds)),
  );
  return `### ${title}\n\n${table(HEAD, rows, 2)}\n`;
}

/**
 * @param {string} route
 * @param {string} name
 * @param {Rounds} rounds
 */
function row(route, name, rounds) {
  /** @param {keyof Round} key */
  const of = (key) => median(roundsOf(rounds, name).map((round) => round[key]));
  return [
    route,
    name,
    ratioText(rounds, name, 'cpu'),
    ratioText(rounds, name, 'inMemory'),
    `${of('cpu').toFixed(0)} µs`,
    `${of('inMemory').toFixed(0)} µs`,
    Math.round(of('throughput')).toLocaleString('en'),
    `${of('p99').toFixed(1)} ms`,
  ];
}

/**
 * @param {Rounds} rounds
 * @param {string} name
 */
function roundsOf(rounds, name) {
  return rounds[name] ?? [];
}

/**
 * @param {Rounds} rounds
 * @param {string} name
 * @param {'cpu' | 'inMemory'} key
 */
function ratioText(rounds, name, key) {
  if (name === BASELINE) return '1';
  const { median: middle, low, high } = ratioOf(rounds, name, key);
  return `${middle.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;
}
