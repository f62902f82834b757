import type { INestApplication, Type } from '@nestjs/common';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { type OpenAPIObject, type SwaggerDocumentOptions, SwaggerModule } from '@nestjs/swagger';
import { API_RESPONSE, responsesByHand } from './documented-responses.js';
import type { OperationObject, ResponsesObject } from './openapi-objects.js';
import { replaceMetadata } from './replace-metadata.js';
import type { Route } from './route.interface.js';

/** Where `@ApiExtension()` keeps its extensions. The constant is not exported by every version. */
const API_EXTENSION = 'swagger/apiExtension';
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
  const controllers = controllersOf(app);
  const handlers = new Map<object, string>();
  const undo: (() => void)[] = [];
  try {
    for (const [index, controller] of controllers.entries()) {
      undo.push(markController(controller, index));
      for (const [handler, name] of methodsOf(controller)) {
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

function controllersOf(app: INestApplication): Type[] {
  const modules = [...app.get(ModulesContainer).values()];
  const wrappers = modules.flatMap(({ controllers }) => [...controllers.values()]);
  return [...new Set(wrappers.map(({ metatype }) => metatype as Type))];
}

function methodsOf({ prototype }: Type): [handler: object, name: string][] {
  const methods = prototype as Record<string, object>;
  return new MetadataScanner()
    .getAllMethodNames(methods)
    .map((name) => [methods[name] as object, name]);
}

/** Swagger gives the responses of a class to each of its operations. */
function markController(controller: Type, index: number): () => void {
  const responses = Reflect.getMetadata(API_RESPONSE, controller) as object | undefined;
  const mark = { [CONTROLLER]: { description: String(index) } };
  return replaceMetadata(API_RESPONSE, { ...responses, ...mark }, controller);
}

function markHandler(handler: object, index: number): (() => void)[] {
  const extensions = Reflect.getMetadata(API_EXTENSION, handler) as object | undefined;
  return [
    replaceMetadata(API_EXTENSION, { ...extensions, [HANDLER]: index }, handler),
    replaceMetadata(API_RESPONSE, responsesByHand(handler), handler),
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
