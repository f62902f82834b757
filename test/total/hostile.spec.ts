import { BadRequestException } from '@nestjs/common';
import { answerOf } from '../support/answer-of.js';

/** In milliseconds. What it guards against takes seconds; the memory of a whole run slows single values down. */
const BUDGET = 500;

function chainOf(length: number, root: object): object {
  let object = root;
  for (let depth = 0; depth < length; depth++) object = Object.create(object) as object;
  return object;
}

function causesOf(length: number): Error {
  let error = new Error('x');
  for (let depth = 0; depth < length; depth++) error = new Error('x', { cause: error });
  return error;
}

const LONG = Buffer.alloc(50_000_000, 'x').toString();
/** To put two strings together costs nothing until somebody reads them. */
const flat = (start: string): string => Buffer.from(start + LONG).toString();
const URLS = 'https://user:secret@host/path?query=secret '.repeat(100_000);

const HOSTILE: Readonly<Record<string, () => unknown>> = {
  'a message of 50 MB': () => new Error(LONG),
  'a text of 50 MB': () => LONG,
  'a message of 50 MB for the client': () => new BadRequestException(LONG),
  'a message of many URLs': () => new Error(URLS),
  'a message of colons and slashes': () => new Error('://'.repeat(1_000_000)),
  'a message of an unknown route without end': () => new Error(flat('Cannot GET ')),
  'a message of JSON without end': () => new Error(flat('Unexpected token ')),
  'a name of 50 MB': () => Object.assign(new Error('x'), { name: LONG }),
  'a code of 50 MB': () => Object.assign(new Error('x'), { code: LONG }),
  'a stack of 50 MB': () => Object.assign(new Error('x'), { stack: LONG }),
  'a stack of a million frames': () =>
    Object.assign(new Error('x'), { stack: `Error: x${'\n    at x.js:1'.repeat(1_000_000)}` }),
  '20,000 causes': () => causesOf(20_000),
  'an AggregateError of 10,000': () =>
    new AggregateError(Array.from({ length: 10_000 }, () => new Error('x'))),
  'AggregateErrors of AggregateErrors': () => {
    let errors: Error[] = [new Error('x')];
    for (let depth = 0; depth < 1000; depth++)
      errors = [new AggregateError(errors), new Error('x')];
    return new AggregateError(errors);
  },
  'a chain of a million prototypes': () => chainOf(1_000_000, {}),
  'an Error with a chain of a million prototypes': () => chainOf(1_000_000, new Error('x')),
  'a cause with a chain of a million prototypes': () =>
    new Error('x', { cause: chainOf(1_000_000, {}) }),
  'proxies of proxies': () => {
    let proxy = new Error('x');
    for (let depth = 0; depth < 1000; depth++) proxy = new Proxy(proxy, {});
    return proxy;
  },
};

describe.each(Object.entries(HOSTILE))('%s', (_what, make) => {
  it('is answered and logged without holding up the event loop', () => {
    // The best of three, and time of the processor: other processes have it as well.
    const times = [1, 2, 3].map(() => {
      const thrown = make();
      const start = process.cpuUsage();
      answerOf(thrown);
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    });
    expect(Math.min(...times)).toBeLessThan(BUDGET);
    const { wire, log } = answerOf(make());
    expect(wire).toContain('"error_code":"');
    expect(`${wire}${log}`).not.toContain('secret');
  });
});
