import { RpcException } from '@nestjs/microservices';
import { translate } from '../../../support/translate.js';

const TIMESTAMP = '2025-01-15T10:30:00Z';

const LIMITED = { error: 'Slow down.', error_code: 'TOO_MANY_REQUESTS', timestamp: TIMESTAMP };

const FAILED = { error: 'password=hunter2', error_code: 'BILLING_ERROR', timestamp: TIMESTAMP };

describe.each([
  ['thrown as it came', (answer: object) => answer],
  ['in an RpcException', (answer: object) => new RpcException(answer)],
  ['as a cause', (answer: object) => new Error('The call failed.', { cause: answer })],
])('the answer of another service, %s', (_form, thrown) => {
  it('keeps its code, its text and its hint where it speaks of the client', () => {
    const translation = translate(thrown({ ...LIMITED, retry_after: 7 }));
    expect(translation).toMatchObject({
      code: 'TOO_MANY_REQUESTS',
      message: 'Slow down.',
      retryAfter: 7,
    });
  });

  it('keeps nothing but its code where it speaks of a server', () => {
    const translation = translate(thrown(FAILED));
    expect(translation).toMatchObject({
      code: 'BILLING_ERROR',
      message: undefined,
    });
  });

  it.each([-1, Infinity, NaN, '7', null, {}])('has no hint of %p', (retry_after) => {
    expect(translate(thrown({ ...LIMITED, retry_after })).retryAfter).toBeUndefined();
  });
});

it.each([
  ['an unknown code', { ...LIMITED, error_code: 'NO_SUCH_CODE' }],
  ['no timestamp', { error: 'Slow down.', error_code: 'TOO_MANY_REQUESTS' }],
  ['a text that is none', { ...LIMITED, error: 7 }],
])('an object with %s is no answer of another service', (_name, thrown) => {
  expect(translate(thrown)).toMatchObject({ code: 'GENERIC_ERROR' });
});
