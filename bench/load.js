import assert from 'node:assert/strict';
import autocannon from 'autocannon';
import { quantile } from './statistics.js';

/** How often autocannon looks whether it is done. */
const SAMPLE = 20;

/**
 * Asks a server so many times for a route, and gives the CPU time that its process took for each answer in
 * microseconds, the answers per second and the 99th percentile of their time in milliseconds.
 *
 * @param {import('./server-process.js').ServerProcess} server
 * @param {import('./types.js').Route} route
 * @param {import('./types.js').LoadSettings} settings
 */
export async function load(server, route, { requests, connections }) {
  const { path, status, method = 'GET', headers, body } = route;
  /** @type {number[]} */
  const times = [];
  const before = await server.cpu();
  const started = performance.now();
  let finished = started;
  // Without a callback it gives an emitter that can be awaited.
  const run = /** @type {autocannon.Instance & Promise<autocannon.Result>} */ (
    autocannon({
      url: server.url + path,
      method,
      headers,
      body,
      connections,
      amount: requests,
      sampleInt: SAMPLE,
    })
  );
  void run.on('response', (_client, _statusCode, _bytes, time) => {
    times.push(time);
    finished = performance.now();
  });
  const { errors, statusCodeStats } = await run;
  const after = await server.cpu();
  assert.deepEqual(
    { errors, statusCodeStats },
    { errors: 0, statusCodeStats: { [status]: { count: requests } } },
    `${method} ${server.url}${path}`,
  );
  return {
    cpu: (after - before) / requests,
    throughput: requests / ((finished - started) / 1000),
    p99: quantile(times, 0.99),
  };
}
