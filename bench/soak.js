// Puts a Nest application that only fails under load, on both platforms, and holds every single answer against the
// contract. It needs the built package. `--count` sets the number of answers per platform, and `--write` writes
// docs/reliability.md.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { AUTHOS_ERRORS } from 'nestjs-authos-errors';
import { Pool } from 'undici';
import { formatted } from '../scripts/document.js';

/**
 * @import { ChildProcess } from 'node:child_process'
 * @import { AuthOsErrorCode } from 'nestjs-authos-errors'
 * @typedef {{ method: 'GET' | 'HEAD' | 'POST', path: string, body?: string, headers?: Record<string, string> }} Request
 * @typedef {{ request: Request, status: number, start: string }} Case
 * @typedef {{ heap: number, lines: number, p99: number }} Measures What the application measures of itself.
 * @typedef {Awaited<ReturnType<typeof soak>>} Result
 */

const CONNECTIONS = 64;
const MAX_HEAP_GROWTH = 0.1;
const SHOWN_FAULTS = 5;
/** After so many the run is lost, and goes on no longer. */
const MAX_FAULTS = 100;
const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"\}$/;
const TIMESTAMP_LENGTH = '2025-01-15T10:30:00Z"}'.length;
const REPORT = fileURLToPath(new URL('../docs/reliability.md', import.meta.url));

const JSON_BODY = { body: '{"email":"x"}', headers: { 'content-type': 'application/json' } };
const CASES = [
  expected('GET', '/missing', 'NOT_FOUND', 'No such plan.'),
  expected('POST', '/signup', 'BAD_REQUEST', 'email must be an email', JSON_BODY),
  expected('GET', '/pending', 'DEVICE_CODE_PENDING', 'Approve it.'),
  expected('GET', '/unknown', 'INTERNAL_SERVER_ERROR'),
  expected('GET', '/text', 'GENERIC_ERROR'),
  expected('GET', '/duplicate', 'DUPLICATE_CONSTRAINT'),
  expected('GET', '/nowhere', 'NOT_FOUND', 'Cannot GET /nowhere'),
  expected('HEAD', '/missing', 'NOT_FOUND', 'No such plan.'),
];

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000000' },
    write: { type: 'boolean', default: false },
  },
});
const count = Number(values.count);
if (!Number.isSafeInteger(count) || count < 1) {
  throw new TypeError(`--count is ${values.count}; it takes a whole number from 1`);
}

/** @type {Result[]} */
const results = [];
for (const platform of ['express', 'fastify']) {
  const result = await soak(platform);
  results.push(result);
  process.stdout.write(`${describe(result)}\n`);
}
if (results.some(({ faults }) => faults.length > 0)) process.exitCode = 1;
else if (values.write) await writeReport();

/**
 * @param {Request['method']} method
 * @param {string} path
 * @param {AuthOsErrorCode} code
 * @param {Partial<Request>} request
 * @returns {Case}
 */
function expected(method, path, code, error = AUTHOS_ERRORS[code].message, request = {}) {
  const start = `${JSON.stringify({ error, error_code: code }).slice(0, -1)},"timestamp":"`;
  return { request: { method, path, ...request }, status: AUTHOS_ERRORS[code].status, start };
}

/** @param {string} platform */
async function soak(platform) {
  const child = fork(fileURLToPath(new URL('soak-app.js', import.meta.url)), {
    env: { ...process.env, PLATFORM: platform },
    execArgv: ['--expose-gc'],
  });
  /** @type {string[]} */
  const faults = [];
  try {
    const { port } = /** @type {{ port: number }} */ (await answerOf(child));
    const pool = new Pool(`http://127.0.0.1:${port}`, { connections: CONNECTIONS });
    const warm = Math.ceil(count / 10);
    const started = performance.now();
    await load(pool, 0, warm, faults);
    const before = await measure(child);
    await load(pool, warm, count, faults);
    const after = await measure(child);
    const seconds = (performance.now() - started) / 1000;
    await pool.close();
    const growth = after.heap / before.heap - 1;
    if (growth > MAX_HEAP_GROWTH) faults.push(`the heap grew by ${percent(growth)}`);
    if (after.lines !== count) faults.push(`${after.lines} log lines for ${count} errors`);
    return { platform, seconds, growth, before, after, faults };
  } finally {
    if (child.connected) child.disconnect();
  }
}

/**
 * Every connection asks for the next answer as soon as it has one.
 *
 * @param {Pool} pool
 * @param {number} from
 * @param {number} to
 * @param {string[]} faults
 */
async function load(pool, from, to, faults) {
  let next = from;
  const ask = async () => {
    while (next < to && faults.length < MAX_FAULTS) {
      const asked = /** @type {Case} */ (CASES[next++ % CASES.length]);
      const fault = await faultOf(pool, asked);
      if (fault) faults.push(fault);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, ask));
}

/**
 * @param {Pool} pool
 * @param {Case} expected
 */
async function faultOf(pool, { request, status, start }) {
  const where = `${request.method} ${request.path}`;
  try {
    const { statusCode, headers, body } = await pool.request(request);
    const text = await body.text();
    const isEnvelope =
      request.method === 'HEAD'
        ? text === '' && Number(headers['content-length']) === start.length + TIMESTAMP_LENGTH
        : text.startsWith(start) && TIMESTAMP.test(text.slice(start.length));
    const hasType = headers['content-type'] === 'application/json; charset=utf-8';
    return statusCode === status && isEnvelope && hasType
      ? undefined
      : `${where}: ${statusCode} ${String(headers['content-type'])} ${text}`;
  } catch (error) {
    return `${where}: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** @param {ChildProcess} child */
async function measure(child) {
  child.send('measure');
  return /** @type {Measures} */ (await answerOf(child));
}

/**
 * @param {ChildProcess} child
 * @returns {Promise<unknown>}
 */
async function answerOf(child) {
  const signal = AbortSignal.timeout(60_000);
  const exited = once(child, 'exit', { signal }).then(() => {
    throw new Error('the application exited');
  });
  const [message] = await Promise.race([once(child, 'message', { signal }), exited]);
  return message;
}

/** @param {Result} result */
function describe({ platform, seconds, growth, before, after, faults }) {
  const broken =
    faults.length === 0
      ? 'every answer an envelope, no connection reset'
      : `${faults.length} faults:\n  ${faults.slice(0, SHOWN_FAULTS).join('\n  ')}`;
  return [
    `${platform}: ${grouped(count)} answers in ${seconds.toFixed(0)} s (${perSecond(seconds)} per second)`,
    `heap ${megabytes(before.heap)} → ${megabytes(after.heap)} (${percent(growth)})`,
    `event loop p99 ${after.p99.toFixed(1)} ms`,
    broken,
  ].join(', ');
}

async function writeReport() {
  const command = `npm run soak -- --count ${count} --write`;
  const rows = results.map(({ platform, seconds, growth, before, after }) =>
    [
      '',
      platform,
      grouped(count),
      '0',
      '0',
      perSecond(seconds),
      `${megabytes(before.heap)} → ${megabytes(after.heap)} (${percent(growth)})`,
      `${after.p99.toFixed(1)} ms`,
      '',
    ].join('|'),
  );
  const text = `# Reliability

\`bench/soak.js\` runs an application in which every request fails and holds every answer against the contract:
the status, the content type, and the body byte by byte except for the timestamp. The errors are an HttpException, a refused body,
an AuthOsException, an unknown Error, a thrown string, a unique violation of Prisma, an unknown route, and HEAD, over
${CONNECTIONS} connections on loopback. Each of them is logged, and the lines are counted.

| Platform | Answers | No envelope | Resets | Answers per second | Heap after GC, at a tenth → at the end | Event loop delay, p99 |
|---|---|---|---|---|---|---|
${rows.join('\n')}

It fails when an answer is no envelope or has another code, when a connection is reset, when an error is not logged
once, and when the heap grows by more than ${percent(MAX_HEAP_GROWTH)}.

Measured on ${new Date().toISOString().slice(0, 10)} with Node ${process.version} on ${cpus()[0]?.model.trim()}, ${cpus().length} cores, client and server
on the same machine:

\`\`\`sh
${command}
\`\`\`
`;
  await writeFile(REPORT, await formatted(text));
}

/** @param {number} number */
function grouped(number) {
  return number.toLocaleString('en');
}

/** @param {number} seconds */
function perSecond(seconds) {
  return grouped(Math.round(count / seconds));
}

/** @param {number} bytes */
function megabytes(bytes) {
  return `${(bytes / 2 ** 20).toFixed(1)} MB`;
}

/** @param {number} ratio */
function percent(ratio) {
  return `${(ratio * 100).toFixed(1)} %`;
}
