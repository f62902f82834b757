import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const SERVER = fileURLToPath(new URL('servers/server.js', import.meta.url));
const PATIENCE = 600_000;

/** A server in a process of its own; what it prints and logs goes to /dev/null. */
export class ServerProcess {
  static async start({ name, platform }) {
    const child = fork(SERVER, {
      env: { ...process.env, NODE_ENV: 'production', CONTENDER: name, PLATFORM: platform ?? '' },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const server = new ServerProcess(child);
    server.url = `http://127.0.0.1:${await server.answer()}`;
    return server;
  }

  constructor(child) {
    this.child = child;
  }

  /** The CPU time that the process has taken since it began, in microseconds. */
  async cpu() {
    return this.command('cpu');
  }

  /** Has the process ask itself in memory, and gives the CPU time of each answer in microseconds. */
  async askInMemory(route, settings) {
    const before = await this.cpu();
    await this.command('ask', { route, settings });
    return ((await this.cpu()) - before) / settings.requests;
  }

  /** The same under the profiler, of which the profile is given. */
  async profile(route, settings) {
    return this.command('profile', { route, settings });
  }

  stop() {
    if (this.child.connected) this.child.disconnect();
  }

  async command(command, parameters) {
    this.child.send({ command, ...parameters });
    return this.answer();
  }

  async answer() {
    const done = new AbortController();
    const signal = AbortSignal.any([done.signal, AbortSignal.timeout(PATIENCE)]);
    try {
      const exited = once(this.child, 'exit', { signal }).then(([code]) => {
        throw new Error(`a server exited with ${code}`);
      });
      const [message] = await Promise.race([once(this.child, 'message', { signal }), exited]);
      if (message.failure) throw new Error(message.failure);
      return message.result;
    } finally {
      done.abort();
    }
  }
}
