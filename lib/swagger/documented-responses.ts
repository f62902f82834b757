import { RequestMethod } from '@nestjs/common';
import type { AuthOsErrorCode } from '../contract/authos-error-code.js';
import {
  API_RESPONSE_METADATA,
  HTTP_CODE_METADATA,
  METHOD_METADATA,
} from '../nest/metadata-keys.js';
import { errorsOf, withErrors } from './error-response.js';
import type { ResponsesObject } from './openapi-objects.js';

/** What Swagger says of the success of a method that documents nothing. */
const UNDOCUMENTED_SUCCESS = Object.freeze({ description: '' });

/** The codes that `@ApiAuthOsErrors()` gave to a class or a method. */
export function documentedErrors(target: object): AuthOsErrorCode[] {
  return Object.values(responsesOf(target)).flatMap(errorsOf);
}

/** Adds codes to what is documented of a class or a method. */
export function documentErrors(target: object, codes: readonly AuthOsErrorCode[]): void {
  Reflect.defineMetadata(API_RESPONSE_METADATA, withErrors(responsesOf(target), codes), target);
}

/**
 * Gives a method what Swagger would leave out for its codes: the codes of its class for the same statuses, and
 * its success when nobody documented anything else.
 */
export function completeErrors(handler: object, controller: object): void {
  const own = responsesOf(handler);
  const others = Object.entries(responsesOf(controller))
    .filter(([status]) => errorsOf(own[status]).length > 0)
    .flatMap(([, response]) => errorsOf(response));
  documentErrors(handler, others);
  if (responsesByHand(handler)) return;
  const status =
    (Reflect.getMetadata(HTTP_CODE_METADATA, handler) as number | undefined) ??
    (Reflect.getMetadata(METHOD_METADATA, handler) === RequestMethod.POST ? 201 : 200);
  const success = { [status]: UNDOCUMENTED_SUCCESS };
  Reflect.defineMetadata(API_RESPONSE_METADATA, { ...success, ...responsesOf(handler) }, handler);
}

/** What a method documents besides its codes, if anything. */
export function responsesByHand(handler: object): ResponsesObject | undefined {
  const byHand = Object.entries(responsesOf(handler)).filter(
    ([, response]) => errorsOf(response).length === 0 && response !== UNDOCUMENTED_SUCCESS,
  );
  return byHand.length > 0 ? Object.fromEntries(byHand) : undefined;
}

function responsesOf(target: object): ResponsesObject {
  return (Reflect.getMetadata(API_RESPONSE_METADATA, target) as ResponsesObject | undefined) ?? {};
}
