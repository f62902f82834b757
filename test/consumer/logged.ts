// Exits with 0 when a 500 is one ERROR line and a 404 is none: logged.js <default | levels | custom>
import 'reflect-metadata';
import { deepStrictEqual } from 'node:assert';
import type { INestApplication, LoggerService, LogLevel } from '@nestjs/common';
import { create } from './app.js';

const written: string[] = [];

/** A logger of the application's own, which has no levels. */
const CUSTOM: LoggerService = {
  log: () => undefined,
  warn: () => undefined,
  error: (message: string) => void written.push(`ERROR ${message}\n`),
};

const LOGGERS: Record<string, LogLevel[] | LoggerService | undefined> = {
  default: undefined,
  levels: ['warn', 'error'],
  custom: CUSTOM,
};

/** The ERROR lines that the console logger of Nest, or the custom one, wrote. */
function errorLines(): string[] {
  const lines = written.join('').split('\n');
  return lines.flatMap((line) => /ERROR.*?(\d{3} [A-Z_]+ GET \S+)/.exec(line)?.[1] ?? []);
}

function keep(stream: NodeJS.WriteStream): void {
  stream.write = (chunk: string | Uint8Array) => {
    // oxlint-disable-next-line no-control-regex -- colours
    written.push(String(chunk).replace(/\u001b\[\d+m/g, ''));
    return true;
  };
}

async function ask(app: INestApplication): Promise<void> {
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  await fetch(`${url}/plans/broken`);
  await fetch(`${url}/plans/gold`);
  await app.close();
}

async function main(kind = 'default'): Promise<void> {
  const app = await create('express', [], LOGGERS[kind]);
  keep(process.stdout);
  keep(process.stderr);
  await ask(app);
  deepStrictEqual(errorLines(), ['500 INTERNAL_SERVER_ERROR GET /plans/broken:']);
}

void main(...process.argv.slice(2));
