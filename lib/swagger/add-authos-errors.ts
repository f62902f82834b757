import type { INestApplication } from '@nestjs/common';
import { ApplicationConfig, ModulesContainer } from '@nestjs/core';
import type { OpenAPIObject, SwaggerDocumentOptions } from '@nestjs/swagger';
import type { AuthOsErrorCode } from '../contract/authos-error-code.js';
import { hasCheckedInput } from './checked-input.js';
import { documentedErrors } from './documented-responses.js';
import { ENVELOPE_NAME, envelopeSchema } from './envelope-schema.js';
import { envelopeRoutes } from './envelope-routes.js';
import { withErrors } from './error-response.js';
import { guardErrors } from './guard-errors.js';
import type { OperationObject } from './openapi-objects.js';
import { routedOperations } from './routed-operations.js';
import { addMissingSuccess } from './success-responses.js';
import { throttledRoutes } from './throttled-routes.js';

/**
 * Adds to a document the errors that the application itself tells of: its guards, its throttlers, its bodies, pipes
 * and DTOs, and what can fail anywhere. What `@ApiAuthOsErrors()` says is added to it, and what the application documents
 * itself for a status is kept. Routes with `@SkipAuthOsErrors()` are left alone.
 *
 * Call it after `app.useGlobalGuards()` and the like, before or after `app.init()`. It changes the document and
 * returns it. The options are those that `SwaggerModule.createDocument` got, none by default.
 *
 * @see OpenAPI 3.0.4 and 3.1.1, Responses Object
 *
 * @throws TypeError when no operation of the document is one of the application.
 *
 * @example
 * const document = addAuthOsErrors(SwaggerModule.createDocument(app, config), app);
 * SwaggerModule.setup('docs', app, document);
 *
 * @publicApi
 */
export function addAuthOsErrors(
  document: OpenAPIObject,
  app: INestApplication,
  options: SwaggerDocumentOptions = {},
): OpenAPIObject {
  const { operations, plain } = routedOperations(app, document, options);
  const config = app.get(ApplicationConfig);
  const isThrottled = throttledRoutes(app.get(ModulesContainer));
  const hasEnvelope = envelopeRoutes(
    operations.map(({ route }) => route),
    config,
  );
  const found = operations.flatMap(({ path, method, ...rest }) => {
    const item = document.paths[path] as Record<string, OperationObject> | undefined;
    const operation = item?.[method];
    return operation ? [{ operation, ...rest }] : [];
  });
  if (found.length === 0 && operations.length > 0 && Object.keys(document.paths).length > 0) {
    throw new TypeError(
      'addAuthOsErrors: no operation of the document is one of the application; ' +
        'it takes the options that SwaggerModule.createDocument got as its third argument',
    );
  }
  for (const { operation, route, plain: own } of found) {
    addMissingSuccess(operation, own, document, plain);
    if (!hasEnvelope(route)) continue;
    const codes: AuthOsErrorCode[] = [
      ...documentedErrors(route.controller),
      ...guardErrors(route, config, isThrottled),
      'INTERNAL_SERVER_ERROR',
    ];
    if (hasCheckedInput(route, operation, config)) codes.push('BAD_REQUEST');
    operation.responses = withErrors(operation.responses, codes);
  }
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, [ENVELOPE_NAME]: envelopeSchema() },
  };
  return document;
}
