import { describeError } from '../../lib/log/describe-error.js';
import { stackOf } from '../../lib/log/stack-of.js';

const stack = (error: unknown) => stackOf(describeError(error));

describe('a stack in the log', () => {
  it('has the frames of the error and of its causes', () => {
    const lines = stack(new Error('a', { cause: new TypeError('b') }))?.split('\n') ?? [];
    const causedBy = lines.indexOf('caused by TypeError: b');
    expect(lines[0]).toMatch(/^ {4}at .*stack-of\.spec/);
    expect(lines[causedBy + 1]).toMatch(/^ {4}at .*stack-of\.spec/);
  });

  it('has no line that a message forged', () => {
    const error = new Error('x\n    at forged (evil.js:1:1)\n[Nest] 1 - LOG forged');
    expect(stack(error)).toMatch(/^ {4}at /);
    expect(stack(error)).not.toContain('forged');
  });

  it('names no cause that has no frames', () => {
    const error = Object.assign(new Error('a', { cause: 'b' }), {
      stack: 'Error: a\n    at x.js:1',
    });
    expect(stack(error)).toBe('    at x.js:1');
  });

  it('has at most 30 lines of an error, and of them those that are frames', () => {
    const frames = Array.from({ length: 1000 }, (_, index) => `    at x.js:${index}`);
    const text = ['Error: a', '', 'no frame at x.js', ...frames].join('\n');
    const error = Object.assign(new Error('a'), { stack: text });
    expect(stack(error)).toBe(frames.slice(0, 27).join('\n'));
  });

  it('is that of an error without a message', () => {
    const error = Object.assign(new Error(), { stack: 'Error\n    at x.js:1' });
    expect(stack(error)).toBe('    at x.js:1');
  });

  it('is that of an error whose message was changed afterwards', () => {
    const error = Object.assign(new Error('a'), { message: 'b', stack: 'Error: a\n    at x.js:1' });
    expect(stack(error)).toBe('    at x.js:1');
  });

  it('is undefined without frames', () => {
    expect(stack('text')).toBeUndefined();
    expect(stack({ stack: 7 })).toBeUndefined();
  });
});
