import { HttpException } from '@nestjs/common';
import { nativeRequire } from '../../../support/native-require.js';
import { translate } from '../../../support/translate.js';

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

  it('has the default text where its body is no text', () => {
    const exception = Object.assign(new HttpException({ limit: 'secret' }, 429), {
      name: 'ThrottlerException',
    });
    expect(translate(exception)).toMatchObject({ code: 'TOO_MANY_REQUESTS', message: undefined });
  });

  it('of another status is an HttpException like any other', () => {
    const exception = Object.assign(new HttpException('Gone.', 404), {
      name: 'ThrottlerException',
    });
    expect(translate(exception)).toMatchObject({ code: 'NOT_FOUND', message: 'Gone.' });
  });

  it('is neither an HttpException of 429 nor an error of that name', () => {
    const body = { message: 'ThrottlerException: my own' };
    expect(translate(new HttpException(body, 429)).message).toBe(body.message);
    const error = Object.assign(new Error('secret'), { name: 'ThrottlerException' });
    expect(translate(error).code).toBe('INTERNAL_SERVER_ERROR');
  });
});
