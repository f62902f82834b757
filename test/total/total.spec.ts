import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import {
  AUTHOS_ERROR_ENVELOPE_SCHEMA,
  AUTHOS_ERRORS,
  type AuthOsErrorEnvelope,
} from 'nestjs-authos-errors';
import { answerOf } from '../support/answer-of.js';
import { made, throwable } from './arbitrary-throwables.js';
import { useQuickStacks } from './quick-stacks.js';

const RUNS = 100_000;

const validate = new Ajv2020().compile<AuthOsErrorEnvelope>(AUTHOS_ERROR_ENVELOPE_SCHEMA);

describe('whatever is thrown', () => {
  useQuickStacks();

  it(`is answered with one valid envelope, for ${RUNS.toLocaleString('en')} values`, () => {
    let redirects = 0;
    fc.assert(
      fc.property(throwable, (make) => {
        const [head = '', body = ''] = answerOf(made(make)).wire.split(/\r\n\r\n(.*)/s);
        const status = Number(head.split(' ')[1]);
        if (status >= 300 && status < 400) {
          redirects++;
          // The answer 304 has no body, whoever sends it.
          if (status !== 304) JSON.parse(body);
          return;
        }
        const envelope: unknown = JSON.parse(body);
        if (!validate(envelope)) throw new Error(JSON.stringify(validate.errors));
        if (AUTHOS_ERRORS[envelope.error_code].status !== status) throw new Error(head);
        if (!envelope.error.isWellFormed() || envelope.error.length > 2000) throw new Error(body);
        if (/^x-injected/im.test(head)) throw new Error(head);
      }),
      { numRuns: RUNS },
    );
    expect(redirects).toBeLessThan(RUNS / 10);
  }, 300_000);
});
