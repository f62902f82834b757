import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import pTimeout from 'p-timeout';
import { firstValueFrom, NEVER, timeout } from 'rxjs';
import { expectFailure, expectFailureWithSecret, SECRET } from '../../../support/expect-failure.js';
import { thrownBy } from '../../../support/thrown-by.js';

describe('the file system', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await fs.mkdtemp(join(tmpdir(), SECRET));
  });

  afterAll(() => fs.rmdir(folder));

  it.each([
    ['reading a file that is not there', () => fs.readFile(join(folder, 'nowhere'))],
    ['listing a folder that is not there', () => fs.readdir(join(folder, 'nowhere'))],
    ['looking below a file', () => fs.readFile(`/dev/null/${SECRET}`)],
    ['reading a name that is too long', () => fs.readFile(join(folder, SECRET.repeat(99)))],
    ['creating what exists', () => fs.mkdir(folder)],
    ['removing a folder as a file', () => fs.rm(folder)],
    ['starting a program that is not there', () => promisify(execFile)(join(folder, 'nowhere'))],
  ])('%s is IO_ERROR, and the path stays', async (_name, call) => {
    expectFailureWithSecret(await thrownBy(call), 'IO_ERROR');
  });

  it.each([
    ['reading a folder', () => fs.readFile(folder)],
    ['an aborted read', () => fs.readFile('/dev/null', { signal: AbortSignal.abort() })],
    [
      'a read aborted for a reason',
      () => fs.readFile('/dev/null', { signal: AbortSignal.abort('not needed') }),
    ],
  ])('%s is IO_ERROR', async (_name, call) => {
    expectFailure(await thrownBy(call), 'IO_ERROR');
  });

  it.each([
    ['a path that is none', () => fs.readFile({} as string)],
    ['a path with a null byte', () => fs.readFile(`${SECRET}\0`)],
    ['an encoding that is none', () => fs.readFile('/dev/null', 'hunter2' as 'utf8')],
  ])('called with %s is the server’s fault', async (_name, call) => {
    expectFailure(await thrownBy(call), 'INTERNAL_SERVER_ERROR');
  });
});

describe('time', () => {
  it.each([
    ['of a timer that is aborted', () => delay(60_000, 0, { signal: AbortSignal.timeout(10) })],
    ['of rxjs', () => firstValueFrom(NEVER.pipe(timeout(10)))],
    ['of p-timeout', () => pTimeout(new Promise(() => {}), { milliseconds: 10 })],
  ])('that runs out, %s, is IO_ERROR', async (_name, call) => {
    expectFailure(await thrownBy(call), 'IO_ERROR');
  });
});
