import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createFreshDatabase } from './fresh-database.js';
import { type TokenClaims, TokenSigner } from './token-signer.js';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** The embedded database takes a few seconds to start, and more on a busy machine. */
export const START_TIMEOUT = 60_000;

export interface SampleApp {
  url: string;
  /** An access token that this process accepts. */
  token(claims?: TokenClaims): Promise<string>;
  /** Everything that the process has printed so far. */
  output(): string;
  /** Ends the process as Ctrl-C does, or by another signal; fails unless it exits with 0. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/**
 * Starts the compiled application as a process of its own: with its embedded database, or, where the
 * tests run with DATABASE_URL, with a fresh database on that server.
 */
export async function startSampleApp(env: Record<string, string> = {}): Promise<SampleApp> {
  const signer = new TokenSigner();
  const server = env.DATABASE_URL ? undefined : process.env.DATABASE_URL;
  const database = server ? await createFreshDatabase(server) : undefined;
  const child = spawn(process.execPath, [MAIN], {
    env: {
      ...process.env,
      PORT: '0',
      REDIS_URL: '', // Counters that outlive the process would make one test depend on another.
      NO_COLOR: '1',
      AUTH_PRIVATE_KEY: signer.pem,
      ...(database && { DATABASE_URL: database.url }),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = collectOutput(child);
  const ended = once(child, 'close') as Promise<[code: number | null, signal: string | null]>;

  const stop = async (signal: NodeJS.Signals = 'SIGINT'): Promise<void> => {
    child.kill(signal);
    const [code, killedBy] = await ended;
    await database?.drop();
    if (code !== 0) throw new Error(`The application ended with ${code ?? killedBy}:\n${output()}`);
  };

  const url = await Promise.race([listening(child, output), ended]);
  if (typeof url !== 'string') {
    await database?.drop();
    throw new Error(`The application ended before it listened:\n${output()}`);
  }
  return { url, token: (claims) => signer.sign(claims), output, stop };
}

function collectOutput(child: ChildProcess): () => string {
  let output = '';
  const append = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  child.stdout?.on('data', append);
  child.stderr?.on('data', append);
  return () => output;
}

function listening(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((resolve) => {
    child.stdout?.on('data', () => {
      const url = /Listening on (http:\S+)\n/.exec(output())?.[1];
      if (url) resolve(url);
    });
  });
}
