// Measures what the translation of a thrown value and the reply to it take, in time and in heap, on the built package.
// With `--write`, the results go into docs/performance.md.
import 'reflect-metadata';
import assert from 'node:assert/strict';
import { ServerResponse } from 'node:http';
import { getHeapStatistics } from 'node:v8';
import { Logger } from '@nestjs/common';
import { do_not_optimize, measure } from 'mitata';
import { AuthOsExceptionFilter } from 'nestjs-authos-errors';
import { createEnvelope, envelopeJson } from '../dist/esm/contract/authos-error-envelope.js';
import { edgeHost } from '../dist/esm/transports/http/edge/edge-host.js';
import { resolveOptions } from '../dist/esm/options/resolve-options.js';
import { ErrorTranslator } from '../dist/esm/translation/error-translator.js';
import { formatted, table, writeDocument } from '../scripts/document.js';
import { ERRORS } from './errors.js';
import { measuredWith } from './measured-with.js';

const TURNS = 5;
const WARM_UP = 20_000;
const HEAP_RUNS = 500;

/** Builds the lines that Nest's production levels let through, and writes none. */
class SilentLogger extends Logger {
  error() {}
}
Logger.overrideLogger(['log', 'error', 'warn', 'fatal']);

const translator = new ErrorTranslator(resolveOptions({}), assert.fail);
const filter = new AuthOsExceptionFilter({ logger: new SilentLogger('AuthOsErrors') });
const request = /** @type {import('node:http').IncomingMessage} */ ({
  method: 'GET',
  url: '/plans/gold',
  httpVersionMajor: 1,
  httpVersionMinor: 1,
});

/** @param {unknown} error */
const translate = (error) => translator.translate(error);

/** @param {unknown} error */
function translateToJson(error) {
  const { code, message } = translator.translate(error);
  return envelopeJson(createEnvelope(code, message));
}

/** @param {unknown} error */
function reply(error) {
  const response = new ServerResponse(request);
  filter.catch(error, edgeHost(request, response));
  return response;
}

function replyAlone() {
  const response = new ServerResponse(request);
  response.setHeader('content-type', 'application/json');
  response.end('{}');
  return response;
}

/** @typedef {[name: string, what: string, run: () => unknown]} Measured */

/** @type {Measured[]} */
const measured = [
  ...ERRORS.flatMap(
    ([name, error]) =>
      /** @type {Measured[]} */ ([
        [name, 'translate', () => translate(error)],
        [name, 'translate and envelope', () => translateToJson(error)],
        [name, 'the whole reply', () => reply(error)],
      ]),
  ),
  ['nothing', "Node's response alone", replyAlone],
];

// The engine is to know every kind of error before the first is measured, as in a running application.
for (const [name, error, code] of ERRORS) assert.equal(translate(error).code, code, name);
for (let round = 0; round < WARM_UP; round++) for (const [, , run] of measured) run();

// In turns, and the quietest turn of each counts: the machine may be busy with something else for a while.
/** @type {Map<Measured, { p50: number, p99: number }>} */
const quietest = new Map();
for (let turn = 0; turn < TURNS; turn++) {
  for (const entry of measured) {
    const [, , run] = entry;
    const stats = await measure(() => do_not_optimize(run()));
    const best = quietest.get(entry);
    if (!best || stats.p50 < best.p50) quietest.set(entry, stats);
  }
}

const rows = [...quietest].map(([[name, what, run], { p50, p99 }]) => [
  name,
  what,
  ns(p50),
  ns(p99),
  `${heapOf(run).toLocaleString('en')} B`,
]);
const report = `${table(['Thrown', 'Measured', 'median', '99th percentile', 'heap'], rows, 2)}
${measuredWith('npm run bench:micro')}
`;

process.stdout.write(await formatted(report));
if (process.argv.includes('--write')) await writeDocument('performance.md', 'micro', report);

/**
 * What a run leaves to the garbage collector; so few that it does not come in between.
 *
 * @param {() => unknown} run
 */
function heapOf(run) {
  /** @type {NodeJS.GCFunction} */ (globalThis.gc)();
  const before = getHeapStatistics().used_heap_size;
  for (let count = 0; count < HEAP_RUNS; count++) do_not_optimize(run());
  return Math.round((getHeapStatistics().used_heap_size - before) / HEAP_RUNS);
}

/** @param {number} time */
function ns(time) {
  return `${Math.round(time).toLocaleString('en')} ns`;
}
