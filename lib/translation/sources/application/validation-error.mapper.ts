import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { isValidationError, isValidationErrors, validationText } from '../../validation-text.js';

/** class-validator's errors thrown raw, by `validateOrReject` or an exception factory that returns them. */
export function mapValidationErrors(error: UnknownObject): SourceMapping | undefined {
  return isValidationErrors(error) || isValidationError(error)
    ? { code: 'BAD_REQUEST', message: validationText(error) }
    : undefined;
}
