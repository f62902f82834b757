import { setImmediate } from 'node:timers/promises';
import { BadRequestException, HttpException } from '@nestjs/common';
import { translate } from '../support/translate.js';

const BUDGET = 250;
const MANY = 1_000_000;
const MEGABYTES = 20_000_000;

/** V8 lists all keys of a map or none: these in 2 ms, a million in 300. */
const KEYS = 20_000;

const texts = Array<string>(MANY).fill('x');
const map = Object.fromEntries(texts.slice(0, KEYS).map((text, index) => [`k${index}`, text]));
const buffer = Buffer.alloc(MEGABYTES);
const circle: unknown[] = [];
circle.push(...Array<unknown>(100).fill(circle));
const fields: Record<string, unknown> = {};
for (let index = 0; index < 100; index++) fields[`f${index}`] = fields;

const HOSTILE: Record<string, unknown> = {
  'a buffer': buffer,
  'an array of numbers': new Float64Array(MANY),
  'a string object': Object('x'.repeat(MANY)),
  'a string': buffer.toString('latin1'),
  'a million texts': texts,
  'a million issues': Array(MANY).fill({ message: 'x', path: texts }),
  'a million ValidationErrors': Array(MANY).fill({ property: 'a', constraints: {} }),
  'a list with holes': Object.assign([], { length: 4_000_000_000 }),
  'texts of twenty megabytes each': Array(100).fill(buffer.toString('latin1')),
  'twenty thousand keys': map,
  'a ValidationError with twenty thousand constraints': [{ property: 'a', constraints: map }],
  'a ValidationError with a million children': [
    { property: 'a', children: Array(MANY).fill({ property: 'b', children: [] }) },
  ],
  'a list of itself': circle,
  'fields of themselves': fields,
  'a text that looks like JSON’s all along': 'Unexpected token '.repeat(MANY / 10),
};

describe.each(Object.entries(HOSTILE))('%s', (_what, value) => {
  it.each<[string, () => unknown]>([
    ['a body', () => new HttpException(value as object, 400)],
    ['an exception', () => new BadRequestException(value as object)],
    ...['errors', 'message', 'detail', 'title', 'error'].map((member): [string, () => unknown] => [
      `\`${member}\``,
      () => new BadRequestException({ [member]: value }),
    ]),
    ['a thrown value', () => value],
    ['the result of express-validator', () => ({ formatWith() {}, mapped() {}, errors: value })],
    ['a ValidationError', () => [{ property: 'a', children: value, constraints: value }]],
  ])(`does not hold up the event loop as %s`, (_place, make) => {
    // The best of three, and time of the processor: other processes have it as well.
    const times = [1, 2, 3].map(() => {
      const thrown = make();
      const start = process.cpuUsage();
      translate(thrown);
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    });
    expect(Math.min(...times)).toBeLessThan(BUDGET);
  });
});

describe('an exception whose methods promise', () => {
  const unhandled: unknown[] = [];
  const keep = (reason: unknown): void => void unhandled.push(reason);

  beforeEach(() => process.on('unhandledRejection', keep));
  afterEach(() => process.off('unhandledRejection', keep));

  it.each<[string, object, string]>([
    ['a status', { getStatus: rejects, getResponse: () => 'secret' }, 'INTERNAL_SERVER_ERROR'],
    ['a body', { getStatus: () => 404, getResponse: rejects }, 'NOT_FOUND'],
    ['both', { getStatus: rejects, getResponse: rejects }, 'INTERNAL_SERVER_ERROR'],
    [
      'the status of a throttler',
      { name: 'ThrottlerException', getStatus: rejects, getResponse: rejects },
      'INTERNAL_SERVER_ERROR',
    ],
  ])('%s and reject leaves no rejection behind', async (_what, methods, code) => {
    expect(translate(Object.assign(new Error('secret'), methods))).toMatchObject({
      code,
      message: undefined,
    });
    await setImmediate();
    await setImmediate();
    expect(unhandled).toEqual([]);
  });
});

async function rejects(): Promise<never> {
  throw new Error('rejected');
}
