import type { SourceMapping } from '../../source-mapper.js';
import { isClientError } from '../../status-code.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';
import { validationText } from '../../validation-text.js';
import { refusal } from './refusal.js';

/** express-openapi-validator: a status, the path that it is about, and what was found. */
export function mapOpenApiValidatorError(error: UnknownObject): SourceMapping | undefined {
  const { status } = error;
  if (typeof status !== 'number' || !isClientError(status)) return undefined;
  const { path, errors } = error;
  if (typeof path !== 'string' || !Array.isArray(errors)) return undefined;
  const [first] = errors as unknown[];
  if (!isObject(first) || typeof first.path !== 'string' || typeof first.message !== 'string') {
    return undefined;
  }
  // A 401 and a 403 repeat what a security handler threw.
  return refusal(status, status === 400 ? validationText(errors) : undefined);
}
