import type { ApplicationConfig } from '@nestjs/core';
import { PIPES_METADATA, ROUTE_ARGS_METADATA } from '../nest/metadata-keys.js';
import { classNames } from './class-names.js';
import type { OperationObject } from './openapi-objects.js';
import { listedOn, type Route } from './route.interface.js';

/** Nest's RouteParamtypes: BODY, FILE, FILES and RAW_BODY; QUERY and PARAM. */
const BODIES: ReadonlySet<number> = new Set([3, 8, 9, 12]);
const PARAMETERS: ReadonlySet<number> = new Set([4, 5]);

/** What ValidationPipe lets pass as it is. */
const UNCHECKED: ReadonlySet<unknown> = new Set([
  undefined,
  String,
  Boolean,
  Number,
  Array,
  Object,
  Buffer,
  Date,
]);

interface Argument {
  index: number;
  pipes?: readonly unknown[];
  /** A Standard Schema, which Nest 12 checks as others check a class. */
  schema?: unknown;
}

/** Tells whether a request can be refused for what is in it: its body, or a parameter that a pipe checks. */
export function hasCheckedInput(
  route: Route,
  operation: OperationObject,
  config: ApplicationConfig,
): boolean {
  if (operation.requestBody) return true;
  const types = (Reflect.getMetadata(
    'design:paramtypes',
    route.controller.prototype as object,
    route.name,
  ) ?? []) as unknown[];
  const declared = listedOn(route, PIPES_METADATA);
  const validates = config.getGlobalPipes().length > 0 || config.getGlobalRequestPipes().length > 0;
  return argumentsOf(route).some(([kind, { index, pipes = [], schema }]) => {
    if (BODIES.has(kind) || pipes.some(refuses)) return true;
    if (!PARAMETERS.has(kind)) return false;
    const hasShape = schema !== undefined || !UNCHECKED.has(types[index]);
    if (hasShape) return validates || declared.some(refuses);
    return declared.some((pipe) => refuses(pipe) && !classNames(pipe).includes('ValidationPipe'));
  });
}

/** The arguments of a handler by their kind; decorators of the user's own have no number. */
function argumentsOf({ controller, name }: Route): [kind: number, argument: Argument][] {
  const declared = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Record<
    string,
    Argument
  >;
  return Object.entries(declared).map(([key, argument]) => [
    Number(key.split(':', 1)[0]),
    argument,
  ]);
}

function refuses(pipe: unknown): boolean {
  return !classNames(pipe).includes('DefaultValuePipe');
}
