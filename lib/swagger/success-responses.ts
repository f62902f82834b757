import type { OpenAPIObject } from '@nestjs/swagger';
import type { OperationObject, ResponsesObject } from './openapi-objects.js';

/**
 * Swagger keeps its own word on the success of a method, and the type that its compiler plugin found, for methods
 * that document no response. It is given back to a method that documents nothing but codes.
 */
export function addMissingSuccess(
  operation: OperationObject,
  plain: OperationObject,
  document: OpenAPIObject,
  plainDocument: OpenAPIObject,
): void {
  for (const [status, response] of Object.entries(plain.responses)) {
    if (!/^[123]/.test(status) || !isBare(operation.responses[status])) continue;
    operation.responses[status] = response;
    if (isBare(response)) continue;
    document.components = {
      ...document.components,
      schemas: { ...plainDocument.components?.schemas, ...document.components?.schemas },
    };
  }
}

function isBare(response: ResponsesObject[string]): boolean {
  return !response || ('description' in response && Object.values(response).join('') === '');
}
