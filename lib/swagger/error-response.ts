import { AuthOsErrorCode } from '../contract/authos-error-code.js';
import { AUTHOS_ERRORS } from '../contract/authos-errors.js';
import { ENVELOPE_REF } from './envelope-schema.js';
import type { ResponseObject, ResponsesObject } from './openapi-objects.js';

const MEDIA_TYPE = 'application/json';

/** A document is the same whenever it is made. */
const TIMESTAMP = '2025-01-15T10:30:00Z';

/** What the contract puts on every response of a status. */
const HEADERS: Readonly<Record<number, ResponseObject['headers']>> = {
  401: {
    'WWW-Authenticate': {
      description: 'How to authenticate (RFC 9110, 11.6.1; RFC 6750, 3).',
      required: true,
      schema: { type: 'string' },
      example: 'Bearer error="invalid_token"',
    },
  },
  429: {
    'Retry-After': {
      description: 'Seconds until the client may try again (RFC 9110, 10.2.3).',
      schema: { type: 'integer', minimum: 0 },
      example: 60,
    },
  },
};

/** Adds codes to responses, one response per status. A response that somebody else wrote is kept. */
export function withErrors(
  responses: Readonly<ResponsesObject>,
  codes: readonly AuthOsErrorCode[],
): ResponsesObject {
  const result: ResponsesObject = { ...responses };
  for (const status of new Set(codes.map((code) => AUTHOS_ERRORS[code].status))) {
    const added = codes.filter((code) => AUTHOS_ERRORS[code].status === status);
    const response = result[status];
    const documented = errorsOf(response);
    if (!response) result[status] = errorResponse(added);
    else if (documented.length > 0) {
      result[status] = extended(response as ResponseObject, documented, added);
    }
  }
  return result;
}

/** The codes that a response documents; none when somebody else wrote it. */
export function errorsOf(response: ResponsesObject[string]): readonly AuthOsErrorCode[] {
  const schema = response && 'content' in response && response.content?.[MEDIA_TYPE]?.schema;
  if (!schema || !('allOf' in schema)) return [];
  const [envelope, narrowed] = schema.allOf ?? [];
  if (!envelope || !('$ref' in envelope) || envelope.$ref !== ENVELOPE_REF) return [];
  const code = narrowed && 'properties' in narrowed && narrowed.properties?.['error_code'];
  return code && 'enum' in code ? ((code.enum ?? []) as AuthOsErrorCode[]) : [];
}

/** @nestjs/swagger 12 adds to a description what a decorator of the user's says of the same status; that stays. */
function extended(
  response: ResponseObject,
  documented: readonly AuthOsErrorCode[],
  added: readonly AuthOsErrorCode[],
): ResponseObject {
  const whole = errorResponse([...documented, ...added]);
  const isOwn = response.description === errorResponse(documented).description;
  return {
    ...response,
    description: isOwn ? whole.description : response.description,
    content: { ...response.content, ...whole.content },
  };
}

function errorResponse(codes: readonly AuthOsErrorCode[]): ResponseObject {
  const inOrder = Object.values(AuthOsErrorCode).filter((code) => codes.includes(code));
  const headers = inOrder[0] && HEADERS[AUTHOS_ERRORS[inOrder[0]].status];
  return {
    description: inOrder
      .map((code) => `\`${code}\`: ${AUTHOS_ERRORS[code].description}`)
      .join('\n\n'),
    ...(headers && { headers: structuredClone(headers) }),
    content: {
      [MEDIA_TYPE]: {
        schema: {
          allOf: [
            { $ref: ENVELOPE_REF },
            {
              type: 'object',
              required: ['error_code'],
              properties: { error_code: { type: 'string', enum: inOrder } },
            },
          ],
        },
        examples: Object.fromEntries(inOrder.map((code) => [code, exampleOf(code)])),
      },
    },
  };
}

function exampleOf(code: AuthOsErrorCode): { summary: string; value: object } {
  const { message, description } = AUTHOS_ERRORS[code];
  return {
    summary: description,
    value: { error: message, error_code: code, timestamp: TIMESTAMP },
  };
}
