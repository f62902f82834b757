import { AUTHOS_ERROR_ENVELOPE_SCHEMA } from '../contract/authos-error-envelope.schema.js';
import type { SchemaObject } from './openapi-objects.js';

export const ENVELOPE_NAME = AUTHOS_ERROR_ENVELOPE_SCHEMA.title;

export const ENVELOPE_REF = `#/components/schemas/${ENVELOPE_NAME}`;

/** The schema of the envelope as OpenAPI 3.0 takes it, which has no `$id`. Each call returns a new object. */
export function envelopeSchema(): SchemaObject {
  const { $id: _, ...schema } = AUTHOS_ERROR_ENVELOPE_SCHEMA;
  return structuredClone(schema) as unknown as SchemaObject;
}
