import type { INestApplication, ModuleMetadata } from '@nestjs/common';
import {
  DocumentBuilder,
  type OpenAPIObject,
  type SwaggerDocumentOptions,
  SwaggerModule,
} from '@nestjs/swagger';
import { Test } from '@nestjs/testing';
import { AUTHOS_ERRORS, AuthOsErrorsModule, type AuthOsErrorCode } from 'nestjs-authos-errors';
import { addAuthOsErrors } from 'nestjs-authos-errors/swagger';

interface Settings {
  /** The version of OpenAPI. */
  version?: '3.0.0' | '3.1.0';
  options?: SwaggerDocumentOptions;
  configure?: (app: INestApplication) => unknown;
  /** Whether the application's own errors are added. */
  add?: boolean;
}

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/** The document of an application that imports the module. */
export async function documentOf(
  { imports = [], ...metadata }: ModuleMetadata,
  { version = '3.0.0', options, configure = () => {}, add = true }: Settings = {},
): Promise<OpenAPIObject> {
  const module = await Test.createTestingModule({
    imports: [AuthOsErrorsModule, ...imports],
    ...metadata,
  }).compile();
  const app = module.createNestApplication({ logger: false });
  await configure(app);
  const config = new DocumentBuilder().setTitle('Plans').setOpenAPIVersion(version).build();
  const document = SwaggerModule.createDocument(app, config, options);
  const result = add ? addAuthOsErrors(document, app, options) : document;
  await app.close();
  return result;
}

/** The responses of each operation by status: the codes, or the description of a response without any. */
export function responsesIn({ paths }: OpenAPIObject): Record<string, Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(paths).flatMap(([path, item]) =>
      Object.entries(item as Record<string, Operation>).map(([method, { responses }]) => [
        `${method.toUpperCase()} ${path}`,
        Object.fromEntries(
          Object.entries(responses).map(([status, response]) => [status, summaryOf(response)]),
        ),
      ]),
    ),
  );
}

interface Response {
  description: string;
  content?: Record<string, { schema?: { allOf?: { properties?: { error_code: object } }[] } }>;
}

function summaryOf(response: unknown): unknown {
  const { description, content } = response as Response;
  const narrowed = content?.['application/json']?.schema?.allOf?.[1]?.properties?.error_code;
  return narrowed ? (narrowed as { enum: string[] }).enum : description;
}

/** What a whole response looks like. */
export function responseOf(...codes: AuthOsErrorCode[]): object {
  return {
    description: codes
      .map((code) => `\`${code}\`: ${AUTHOS_ERRORS[code].description}`)
      .join('\n\n'),
    content: {
      'application/json': {
        schema: {
          allOf: [
            { $ref: '#/components/schemas/AuthOsErrorEnvelope' },
            {
              type: 'object',
              required: ['error_code'],
              properties: { error_code: { type: 'string', enum: codes } },
            },
          ],
        },
        examples: Object.fromEntries(
          codes.map((code) => [
            code,
            {
              summary: AUTHOS_ERRORS[code].description,
              value: {
                error: AUTHOS_ERRORS[code].message,
                error_code: code,
                timestamp: '2025-01-15T10:30:00Z',
              },
            },
          ]),
        ),
      },
    },
  };
}
