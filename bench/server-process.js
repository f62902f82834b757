import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const SERVER = fileURLToPath(new URL('servers/server.js', import.meta.url));
const PATIENCE = 60_000;

/** A server in a process of its own; what it prints and logs goes to /dev/null. */
export class ServerProcess {
  static async start({ name, platform }) {
    const child = fork(SERVER, {
      env: { ...process.env, NODE_ENV: 'production', CONTENDER: name, PLATFORM: platform ?? '' },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const server = new ServerProcess(child);
    const { port } = await server.answer();
    server.url = `http://127.0.0.1:${port}`;
    return server;
  }

  constructor(child) {
    this.child = child;
  }

  /** The CPU time that the process has taken since it began, in microseconds. */
  async cpu() {
    this.child.send('cpu');
    return (await this.answer()).cpu;
  }

  stop() {
    if (this.child.connected) this.child.disconnect();
  }

  async answer() {
    const done = new AbortController();
    const signal = AbortSignal.any([done.signal, AbortSignal.timeout(PATIENCE)]);
    try {
      const exited = once(this.child, 'exit', { signal }).then(([code]) => {
        throw new Error(`a server exited with ${code}`);
      });
      const [message] = await Promise.race([once(this.child, 'message', { signal }), exited]);
      return message;
    } finally {
      done.abort();
    }
  }
}
