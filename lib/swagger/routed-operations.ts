import type { INestApplication, Type } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { type OpenAPIObject, type SwaggerDocumentOptions, SwaggerModule } from '@nestjs/swagger';
import { controllersOf } from '../nest/controllers-of.js';
import { API_EXTENSION_METADATA, API_RESPONSE_METADATA } from '../nest/metadata-keys.js';
import { methodsOf } from '../nest/methods-of.js';
import { responsesByHand } from './documented-responses.js';
import type { OperationObject, ResponsesObject } from './openapi-objects.js';
import { replaceMetadata } from './replace-metadata.js';
import type { Route } from './route.interface.js';

const HANDLER = 'x-authos-handler';
const CONTROLLER = 'x-authos-controller';

interface MarkedOperation extends OperationObject {
  [HANDLER]: number;
  responses: ResponsesObject & { [CONTROLLER]: { description: string } };
}

export interface RoutedOperation {
  path: string;
  method: string;
  route: Route;
  /** The operation without any code of ours. */
  plain: OperationObject;
}

/**
 * The routes of the application as Swagger documents them. It is asked for a second document, for whose time every
 * controller and every method has a mark: nothing else that an operation says of its origin is left as it was.
 */
export function routedOperations(
  app: INestApplication,
  { openapi, info }: OpenAPIObject,
  options: SwaggerDocumentOptions,
): { operations: RoutedOperation[]; plain: OpenAPIObject } {
  const controllers = controllersOf(app.get(ModulesContainer));
  const handlers = new Map<object, string>();
  const undo: (() => void)[] = [];
  try {
    for (const [index, controller] of controllers.entries()) {
      undo.push(markController(controller, index));
      for (const [name, handler] of methodsOf(controller)) {
        if (handlers.has(handler)) continue;
        undo.push(...markHandler(handler, handlers.size));
        handlers.set(handler, name);
      }
    }
    const plain = SwaggerModule.createDocument(app, { openapi, info }, options);
    return { operations: readMarks(plain, controllers, [...handlers]), plain };
  } finally {
    for (const takeBack of undo.toReversed()) takeBack();
  }
}

/** Swagger gives the responses of a class to each of its operations. */
function markController(controller: Type, index: number): () => void {
  const responses = Reflect.getMetadata(API_RESPONSE_METADATA, controller) as object | undefined;
  const mark = { [CONTROLLER]: { description: String(index) } };
  return replaceMetadata(API_RESPONSE_METADATA, { ...responses, ...mark }, controller);
}

function markHandler(handler: object, index: number): (() => void)[] {
  const extensions = Reflect.getMetadata(API_EXTENSION_METADATA, handler) as object | undefined;
  return [
    replaceMetadata(API_EXTENSION_METADATA, { ...extensions, [HANDLER]: index }, handler),
    replaceMetadata(API_RESPONSE_METADATA, responsesByHand(handler), handler),
  ];
}

function readMarks(
  { paths }: OpenAPIObject,
  controllers: readonly Type[],
  handlers: readonly [handler: object, name: string][],
): RoutedOperation[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, MarkedOperation>).map(([method, plain]) => {
      const controller = controllers[Number(plain.responses[CONTROLLER].description)]!;
      const [handler, name] = handlers[plain[HANDLER]]!;
      return { path, method, route: { controller, handler, name }, plain };
    }),
  );
}
