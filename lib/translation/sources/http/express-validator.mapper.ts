import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { validationText } from '../../validation-text.js';
import { refusal } from './refusal.js';

/** The result of express-validator, thrown by its `throw()` or as it is. */
export function mapExpressValidatorResult(error: UnknownObject): SourceMapping | undefined {
  if (typeof error.formatWith !== 'function' || typeof error.mapped !== 'function') {
    return undefined;
  }
  return Array.isArray(error.errors) ? refusal(400, validationText(error.errors)) : undefined;
}
