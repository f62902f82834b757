import { HttpException } from '@nestjs/common';
import { nativeRequire } from '../../support/native-require.js';
import { translate } from '../../support/translate.js';

interface Throttler {
  ThrottlerException: new (message?: string) => HttpException;
}

/** A second copy of Nest in the process, as @nestjs/throttler brings it. */
const { ThrottlerException } = nativeRequire<Throttler>('@nestjs/throttler');

describe('a ThrottlerException', () => {
  it('of another copy of Nest is TOO_MANY_REQUESTS with the default text', () => {
    const exception = new ThrottlerException();
    expect(exception).not.toBeInstanceOf(HttpException);
    expect(translate(exception)).toMatchObject({
      code: 'TOO_MANY_REQUESTS',
      status: 429,
      message: undefined,
    });
  });

  it('keeps a text that the application wrote', () => {
    expect(translate(new ThrottlerException('Slow down.')).message).toBe('Slow down.');
  });
});
