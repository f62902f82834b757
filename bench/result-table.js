import { BASELINE } from './contenders.js';
import { table } from './document.js';
import { median } from './statistics.js';

const HEAD = ['Answer', 'By', 'ratio (min–max)', 'CPU', 'per second', 'p99'];

/** How many times the CPU time Nest's built-in filter takes for the same answer, by the rounds' median and extremes. */
export function ratioOf(rounds, name) {
  const ratios = rounds[name].map(({ cpu }, round) => rounds[BASELINE][round].cpu / cpu);
  return { median: median(ratios), min: Math.min(...ratios), max: Math.max(...ratios) };
}

/** The results of a platform as a table in Markdown. */
export function resultTable({ platform, measured }) {
  const rows = measured.flatMap(({ route, rounds }) =>
    Object.keys(rounds).map((name) => row(route, name, rounds)),
  );
  return `### ${platform === 'express' ? 'Express' : 'Fastify'}\n\n${table(HEAD, rows, 2)}\n`;
}

function row(route, name, rounds) {
  const ratio = ratioOf(rounds, name);
  const of = (key) => median(rounds[name].map((round) => round[key]));
  return [
    route,
    name,
    name === BASELINE
      ? '1'
      : `${ratio.median.toFixed(2)} (${ratio.min.toFixed(2)}–${ratio.max.toFixed(2)})`,
    `${of('cpu').toFixed(0)} µs`,
    Math.round(of('throughput')).toLocaleString('en'),
    `${of('p99').toFixed(1)} ms`,
  ];
}
