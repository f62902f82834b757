import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createFreshDatabase } from './fresh-database.js';
import { type TokenClaims, TokenSigner } from './token-signer.js';

/** The embedded databases take a few seconds to start, and more on a busy machine. */
export const START_TIMEOUT = 60_000;

export interface RunningProcess {
  /** Everything that the process has printed so far. */
  output(): string;
  /** Waits until it has printed a line: what is written last may arrive late. */
  printed(line: RegExp): Promise<RegExpExecArray>;
  /** Ends the process as Ctrl-C does, or by another signal; fails unless it exits with 0. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

export interface SampleApp extends RunningProcess {
  url: string;
  /** An access token that this process accepts. */
  token(claims?: TokenClaims): Promise<string>;
}

/**
 * Starts the compiled application as a process of its own: with its embedded databases, or, where the
 * tests run with DATABASE_URL, with a fresh database on that server.
 */
export async function startSampleApp(env: Record<string, string> = {}): Promise<SampleApp> {
  const signer = new TokenSigner();
  const AUTH_PRIVATE_KEY = signer.pem;
  const [process, [, url]] = await start('main.js', /^Listening on (http:\S+)$/m, {
    AUTH_PRIVATE_KEY,
    ...env,
  });
  return { ...process, url: url!, token: (claims) => signer.sign(claims) };
}

/** The same for the audit log in a process of its own. */
export async function startAuditLog(env: Record<string, string>): Promise<RunningProcess> {
  const [process] = await start('audit-main.js', /^The audit log listens /m, env);
  return process;
}

async function start(
  main: string,
  ready: RegExp,
  env: Record<string, string>,
): Promise<[RunningProcess, RegExpExecArray]> {
  const server = env.DATABASE_URL ? undefined : process.env.DATABASE_URL;
  const database = server ? await createFreshDatabase(server) : undefined;
  const child = spawn(process.execPath, [pathOf(main)], {
    env: {
      ...process.env,
      PORT: '0',
      REDIS_URL: '', // Counters that outlive the process would make one test depend on another.
      NO_COLOR: '1',
      ...(database && { DATABASE_URL: database.url }),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = collectOutput(child);
  const printed = (line: RegExp) => waitFor(line, child, output);
  const ended = once(child, 'close') as Promise<[code: number | null, signal: string | null]>;

  const stop = async (signal: NodeJS.Signals = 'SIGINT'): Promise<void> => {
    child.kill(signal);
    const [code, killedBy] = await ended;
    await database?.drop();
    if (code !== 0) throw new Error(`The process ended with ${code ?? killedBy}:\n${output()}`);
  };

  const match = await Promise.race([printed(ready), ended]);
  if (!('input' in match)) {
    await database?.drop();
    throw new Error(`The process ended before it was ready:\n${output()}`);
  }
  return [{ output, printed, stop }, match];
}

function pathOf(main: string): string {
  return fileURLToPath(new URL(`../../dist/${main}`, import.meta.url));
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

function waitFor(
  line: RegExp,
  { stdout, stderr }: ChildProcess,
  output: () => string,
): Promise<RegExpExecArray> {
  return new Promise((resolve) => {
    const look = (): void => {
      const match = line.exec(output());
      if (match) resolve(match);
    };
    look();
    stdout?.on('data', look);
    stderr?.on('data', look);
  });
}
