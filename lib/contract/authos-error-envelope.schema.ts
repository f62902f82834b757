import { AuthOsErrorCode } from './authos-error-code.js';
import { RFC_3339 } from './timestamp.js';

/**
 * The JSON Schema (draft 2020-12, and OpenAPI 3.1) of the envelope, made from the table of codes. As
 * `isAuthOsErrorEnvelope`, it takes the timestamp of any AuthOS service.
 *
 * @see https://json-schema.org/draft/2020-12
 *
 * @example
 * const validate = new Ajv2020().compile(AUTHOS_ERROR_ENVELOPE_SCHEMA);
 *
 * @publicApi
 */
export const AUTHOS_ERROR_ENVELOPE_SCHEMA = Object.freeze({
  $id: 'authos-error-envelope',
  title: 'AuthOsErrorEnvelope',
  type: 'object',
  required: ['error', 'error_code', 'timestamp'],
  additionalProperties: false,
  properties: {
    error: {
      type: 'string',
      description: 'A text for a person.',
      minLength: 1,
      pattern: String.raw`^[^\u0000-\u001f\u007f-\u009f]+$`,
    },
    error_code: {
      type: 'string',
      description: 'A code for a program.',
      enum: Object.values(AuthOsErrorCode),
    },
    timestamp: {
      type: 'string',
      description: 'RFC 3339.',
      pattern: RFC_3339,
    },
  },
} as const);
