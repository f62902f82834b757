import { AUTHOS_ERRORS } from 'nestjs-authos-errors';
import { answerOf } from '../support/answer-of.js';
import { SECRET } from '../support/expect-failure.js';
import { translate } from '../support/translate.js';
import { THROWN_VALUES } from './thrown-values.js';

it.each(THROWN_VALUES)('$name is $code', ({ thrown, code, text, retryAfter }) => {
  const { message = AUTHOS_ERRORS[code].message, ...translation } = translate(thrown());
  expect({ ...translation, message }).toEqual({
    code,
    status: AUTHOS_ERRORS[code].status,
    message: text,
    retryAfter,
    headers: undefined,
  });
});

it('most of the thrown values have a secret to tell', () => {
  const logs = THROWN_VALUES.map(({ thrown }) => answerOf(thrown()).log);
  expect(logs.filter((log) => log.includes(SECRET)).length).toBeGreaterThan(logs.length / 3);
});
