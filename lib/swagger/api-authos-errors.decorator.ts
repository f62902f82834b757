import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels } from '@nestjs/swagger';
import { AuthOsErrorCode, isAuthOsErrorCode } from '../contract/authos-error-code.js';
import { wrongValue } from '../contract/rule.js';
import { AuthOsErrorEnvelopeModel } from './authos-error-envelope.model.js';
import { completeErrors, documentErrors } from './documented-responses.js';

/**
 * Documents the codes that a route, or every route of a class, answers with: one response per status, with
 * exactly these codes and an example of each. Several decorators add up, and a method adds to its class. A response
 * that the application documents itself, with `@ApiResponse()`, is kept.
 *
 * On a guard it tells {@link addAuthOsErrors} what the guard answers with.
 *
 * @see OpenAPI 3.0.4 and 3.1.1, Responses Object
 *
 * @throws TypeError without a code, or with one that is none of the 23.
 *
 * @example
 * @ApiAuthOsErrors('NOT_FOUND', 'INVITATION_EXPIRED')
 * @Post('accept')
 * accept() {}
 *
 * @publicApi
 */
export function ApiAuthOsErrors(
  ...codes: [code: AuthOsErrorCode, ...more: AuthOsErrorCode[]]
): ClassDecorator & MethodDecorator {
  const unknown = codes.filter((code) => !isAuthOsErrorCode(code));
  if (codes.length === 0 || unknown.length > 0) {
    const takes = `one or more of ${Object.keys(AuthOsErrorCode).join(', ')}`;
    throw wrongValue('ApiAuthOsErrors', 'the list of codes', codes, takes);
  }
  return applyDecorators(
    ApiExtraModels(AuthOsErrorEnvelopeModel),
    (type: object, _key?: string | symbol, descriptor?: PropertyDescriptor) => {
      const handler = descriptor?.value as object | undefined;
      documentErrors(handler ?? type, codes);
      // The decorators above this one, and those of the class, have not run yet.
      if (handler) void Promise.resolve().then(() => completeErrors(handler, type.constructor));
    },
  );
}
