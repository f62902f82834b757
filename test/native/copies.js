// Both copies of the package in one process, with a log for what they write, and the report of an application.
import { createRequire } from 'node:module';
import * as esm from 'nestjs-authos-errors';

export { esm };
export const cjs = createRequire(import.meta.url)('nestjs-authos-errors');

const log = [];
export const logger = { log: keep('log'), warn: keep('warn'), error: keep('error') };
function keep(level) {
  return (message) => log.push(`${level} ${message}`);
}

/** Writes what was answered and logged to standard output. */
export function report(answers) {
  const copies = new Set([esm.AuthOsException, cjs.AuthOsException]).size;
  process.stdout.write(JSON.stringify({ copies, answers, log }));
}
