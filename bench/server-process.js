import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const SERVER = fileURLToPath(new URL('servers/server.js', import.meta.url));
const PATIENCE = 600_000;

/** @import { LoadSettings, Order, Route } from './types.js' */

/** A server in a process of its own; what it prints and logs goes to /dev/null. */
export class ServerProcess {
  url = '';

  /** @param {import('./types.js').Server} server */
  static async start({ name, platform }) {
    const child = fork(SERVER, {
      env: { ...process.env, NODE_ENV: 'production', CONTENDER: name, PLATFORM: platform ?? '' },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const server = new ServerProcess(child);
    const port = /** @type {number} */ (await server.answer());
    server.url = `http://127.0.0.1:${port}`;
    return server;
  }

  /** @param {import('node:child_process').ChildProcess} child */
  constructor(child) {
    this.child = child;
  }

  /** The CPU time that the process has taken since it began, in microseconds. */
  async cpu() {
    return /** @type {number} */ (await this.command({ command: 'cpu' }));
  }

  /**
   * Has the process ask itself in memory, and gives the CPU time of each answer in microseconds.
   *
   * @param {Route} route
   * @param {LoadSettings} settings
   */
  async askInMemory(route, settings) {
    const before = await this.cpu();
    await this.command({ command: 'ask', route, settings });
    return ((await this.cpu()) - before) / settings.requests;
  }

  /**
   * The same under the profiler, of which the profile is given.
   *
   * @param {Route} route
   * @param {LoadSettings} settings
   */
  async profile(route, settings) {
    const profile = await this.command({ command: 'profile', route, settings });
    return /** @type {import('node:inspector').Profiler.Profile} */ (profile);
  }

  stop() {
    if (this.child.connected) this.child.disconnect();
  }

  /** @param {Order} order */
  async command(order) {
    this.child.send(order);
    return this.answer();
  }

  /** @returns {Promise<unknown>} */
  async answer() {
    const done = new AbortController();
    const signal = AbortSignal.any([done.signal, AbortSignal.timeout(PATIENCE)]);
    try {
      const exited = once(this.child, 'exit', { signal }).then(([code]) => {
        throw new Error(`a server exited with ${code}`);
      });
      const [message] = await Promise.race([once(this.child, 'message', { signal }), exited]);
      const { failure, result } = /** @type {{ failure?: string, result?: unknown }} */ (message);
      if (failure) throw new Error(failure);
      return result;
    } finally {
      done.abort();
    }
  }
}
