import {
  checkIsObject,
  checkOptions,
  isFunction,
  show,
  wrongValue,
} from '../../lib/contract/rule.js';

const RULES = { size: [(value: unknown) => typeof value === 'number', 'a number'] } as const;

describe('a rule', () => {
  it.each([undefined, null, 'x', 7, [], () => {}])('refuses options that are %p', (options) => {
    const message = `callee: the options are ${show(options)}; they take an object`;
    expect(() => checkIsObject('callee', options)).toThrow(new TypeError(message));
    expect(() => checkOptions('callee', options, RULES)).toThrow(new TypeError(message));
  });

  it('refuses an option that does not exist, and names those that do', () => {
    expect(() => checkOptions('callee', { sise: 1 }, RULES)).toThrow(
      new TypeError("callee: unknown option 'sise'; the options are size"),
    );
    expect(() => checkOptions('callee', { toString: 1 }, RULES)).toThrow(
      /unknown option 'toString'/,
    );
  });

  it('refuses a wrong value, and says what it takes', () => {
    expect(() => checkOptions('callee', { size: 'x' }, RULES)).toThrow(
      new TypeError("callee: option size is 'x'; it takes a number"),
    );
  });

  it.each([{}, { size: 1 }, { size: undefined }])('takes %p', (options) => {
    expect(() => checkOptions('callee', options, RULES)).not.toThrow();
  });
});

describe('a wrong value', () => {
  it.each([
    ['a function', () => 1, 'a function'],
    ['a text', 'x', "'x'"],
    [
      'an object, on one line',
      { a: { b: { c: 1 } }, d: 'x'.repeat(90) },
      `{ a: { b: [Object] }, d: '${'x'.repeat(90)}' }`,
    ],
    [
      'a long list, cut',
      Array.from({ length: 21 }, () => 0),
      `[ ${'0, '.repeat(20)}... 1 more item ]`,
    ],
    ['a long text, cut', 'x'.repeat(201), `'${'x'.repeat(200)}'... 1 more character`],
  ])('is shown: %s', (_what, value, shown) => {
    expect(show(value).replaceAll(/\s+/g, ' ')).toBe(shown);
    expect(
      wrongValue('callee', 'the size', value, 'a number').message.replaceAll(/\s+/g, ' '),
    ).toBe(`callee: the size is ${shown}; it takes a number`);
  });

  it('may be a function or not', () => {
    expect([() => 1, class {}, {}, null, 'x'].map(isFunction)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
