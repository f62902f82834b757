import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { isValidationError, validationText } from '../../validation-text.js';

/** class-validator's errors thrown raw, by `validateOrReject` or an exception factory that returns them. */
export function mapValidationErrors(error: UnknownObject): SourceMapping | undefined {
  const recognised = Array.isArray(error)
    ? error.length > 0 && error.every(isValidationError)
    : isValidationError(error);
  return recognised ? { code: 'BAD_REQUEST', message: validationText(error) } : undefined;
}
