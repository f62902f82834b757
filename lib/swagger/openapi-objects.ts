import type { OpenAPIObject } from '@nestjs/swagger';

// Not every version of @nestjs/swagger exports them.
export type OperationObject = NonNullable<OpenAPIObject['paths'][string]['get']>;
export type ResponsesObject = OperationObject['responses'];
export type ResponseObject = Exclude<ResponsesObject[string], { $ref: string } | undefined>;
export type SchemaObject = Exclude<
  NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string],
  { $ref: string }
>;
