import { type INestApplication, Logger } from '@nestjs/common';
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
 * @throws TypeError when an argument is no document or no application, when no route of the application answers with the
 * envelope, or no operation of the document is one of the application. Where only some are, it warns.
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
  checkArguments(document, app);
  const { operations, plain } = routedOperations(app, document, options);
  const config = app.get(ApplicationConfig);
  const isThrottled = throttledRoutes(app.get(ModulesContainer));
  const hasEnvelope = envelopeRoutes(config);
  if (operations.length > 0 && !operations.some(({ route }) => hasEnvelope(route))) {
    throw new TypeError(
      'addAuthOsErrors: no route of the application answers with the envelope; ' +
        'it takes an application that imports AuthOsErrorsModule',
    );
  }
  const found = operations.flatMap(({ path, method, ...rest }) => {
    const operation = operationOf(document, path, method);
    return operation ? [{ operation, ...rest }] : [];
  });
  if (found.length < operations.length) checkForeign(document, plain, found.length);
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

function checkArguments(document: OpenAPIObject, app: INestApplication): void {
  if (typeof document?.paths !== 'object') {
    throw new TypeError(
      'addAuthOsErrors: the first argument is no document; it takes what SwaggerModule.createDocument returns',
    );
  }
  if (typeof app?.get !== 'function') {
    throw new TypeError(
      'addAuthOsErrors: the second argument is no application; it takes what NestFactory.create returns',
    );
  }
}

/** Paths that only the document has, beside operations that only the application has, come of other options. */
function checkForeign(document: OpenAPIObject, plain: OpenAPIObject, found: number): void {
  const foreign = Object.keys(document.paths).filter((path) => !plain.paths[path]);
  if (foreign.length === 0) return;
  const problem =
    `addAuthOsErrors: ${foreign.join(', ')} ${foreign.length === 1 ? 'is' : 'are'} not of the application; ` +
    'it takes the options that SwaggerModule.createDocument got as its third argument';
  if (found === 0) throw new TypeError(problem);
  new Logger('AuthOsErrors').warn(problem);
}

function operationOf(
  document: OpenAPIObject,
  path: string,
  method: string,
): OperationObject | undefined {
  return (document.paths[path] as Record<string, OperationObject> | undefined)?.[method];
}
