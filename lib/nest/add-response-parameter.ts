import type { Type } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from './metadata-keys.js';

/** `RouteParamtypes.RESPONSE`, which is not exported. */
const RESPONSE = 1;

/**
 * Has Nest hand the response to a method, behind the parameters that it has. Returns the index of the new one.
 * `passthrough` leaves it to Nest to send the response.
 */
export function addResponseParameter(controller: Type, name: string): number {
  const parameters = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Readonly<
    Record<string, { readonly index: number }>
  >;
  const index = Math.max(-1, ...Object.values(parameters).map((parameter) => parameter.index)) + 1;
  const added = { index, data: { passthrough: true }, pipes: [] };
  Reflect.defineMetadata(
    ROUTE_ARGS_METADATA,
    { ...parameters, [`${RESPONSE}:${index}`]: added },
    controller,
    name,
  );
  return index;
}
