import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const TESTS = join(import.meta.dirname, '..');

/** Slow ones that find out nothing more: they start a database or a process, or throw 100,000 values. */
const LEFT_OUT = [
  'databases/embedded.spec.ts',
  'databases/in-process.spec.ts',
  'databases/mapping-rows.spec.ts',
  'log/nestjs-pino.spec.ts',
  ...['graphql', 'rpc', 'rpc/grpc', 'ws'].map((room) => `transports/${room}/anything.spec.ts`),
];

/** Files and folders, from scripts/mutation.js. */
const chosen = process.env.MUTATION_TESTS?.split(',') ?? [];

const specs = readdirSync(TESTS, { encoding: 'utf8', recursive: true })
  .filter((file) => file.endsWith('.spec.ts') && !LEFT_OUT.includes(file))
  .filter((file) => chosen.some((path) => file.startsWith(path)));

const suite = globalThis as unknown as { spec: string; isWanted(spec: string): boolean };

/**
 * All in one file: to load Nest once for each mutant is quicker than once for each spec. Of the specs only those
 * are loaded whose tests reach the mutant.
 */
for (const spec of specs.filter((path) => suite.isWanted(path))) {
  suite.spec = spec;
  await import(join(TESTS, spec));
}
