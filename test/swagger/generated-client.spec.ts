import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Validator } from '@seriousme/openapi-schema-validator';
import { RequireFeature } from 'nestjs-authos-errors';
import { ApiAuthOsErrors } from 'nestjs-authos-errors/swagger';
import openapiTypescript, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { diagnosticsOf } from './diagnostics-of.js';
import { documentOf } from './document-of.js';

class Plan {
  @ApiProperty()
  name: string;
}

@Controller('plans')
@ApiAuthOsErrors('UNAUTHORIZED', 'TOO_MANY_REQUESTS')
class PlansController {
  @Get(':id')
  @ApiAuthOsErrors('NOT_FOUND')
  find(@Param('id', ParseUUIDPipe) _id: string): void {}

  @Post()
  @RequireFeature('plans')
  @ApiAuthOsErrors('DUPLICATE_CONSTRAINT', 'SERVICE_LIMIT_EXCEEDED')
  add(@Body() _plan: Plan): void {}
}

const CLIENT = `
  import type { operations } from './api';

  type Responses<Id extends keyof operations> = operations[Id]['responses'];
  type Envelope<T> = T extends { content: { 'application/json': infer Body } } ? Body : never;
  type Errors<Id extends keyof operations> = Envelope<
    Responses<Id>[Extract<keyof Responses<Id>, 400 | 401 | 403 | 404 | 429 | 500>]
  >;
  export type Find = Errors<'PlansController_find'>;
  export type Add = Errors<'PlansController_add'>;
`;

/** A switch over the codes of an operation, which compiles where it has each of them and no other. */
const switchOver = (type: string, ...codes: string[]): string => `
  import type { ${type} } from './client';

  export function handle(envelope: ${type}): string {
    const { error, timestamp, error_code: code } = envelope;
    switch (code) {
      ${codes.map((code) => `case '${code}': return [error, timestamp].join();`).join('\n')}
    }
    const none: never = code;
    return none;
  }
`;

const FIND = [
  'BAD_REQUEST',
  'UNAUTHORIZED',
  'NOT_FOUND',
  'TOO_MANY_REQUESTS',
  'INTERNAL_SERVER_ERROR',
];
const ADD = [
  'BAD_REQUEST',
  'DUPLICATE_CONSTRAINT',
  'SERVICE_LIMIT_EXCEEDED',
  'UNAUTHORIZED',
  'FORBIDDEN',
  'ORGANIZATION_NOT_ACTIVE',
  'FEATURE_NOT_AVAILABLE_IN_TIER',
  'TOO_MANY_REQUESTS',
  'INTERNAL_SERVER_ERROR',
];

describe.each([
  { version: '3.0.0', add: true },
  { version: '3.1.0', add: true },
  { version: '3.0.0', add: false },
  { version: '3.1.0', add: false },
] as const)('A document of OpenAPI $version (with addAuthOsErrors: $add)', (settings) => {
  it('is valid', async () => {
    const document = await documentOf({ controllers: [PlansController] }, settings);
    expect(document.openapi).toBe(settings.version);
    const result = await new Validator().validate({ ...document });
    expect(result).toEqual({ valid: true });
  });
});

describe.each(['3.0.0', '3.1.0'] as const)('A client made from OpenAPI %s', (version) => {
  it('compiles with exactly the codes of each operation', async () => {
    const document = await documentOf({ controllers: [PlansController] }, { version });
    const api = astToString(await openapiTypescript(document as unknown as OpenAPI3));
    const diagnostics = diagnosticsOf({
      'api.ts': api,
      'client.ts': CLIENT,
      'find.ts': switchOver('Find', ...FIND),
      'add.ts': switchOver('Add', ...ADD),
      'wrong.ts': switchOver('Find', ...FIND, 'DUPLICATE_CONSTRAINT'),
      'unhandled.ts': switchOver('Find', ...FIND.filter((code) => code !== 'NOT_FOUND')),
    });
    expect(diagnostics).toEqual({
      'api.ts': [],
      'client.ts': [],
      'find.ts': [],
      'add.ts': [],
      'wrong.ts': [
        expect.stringMatching(/^Type '"DUPLICATE_CONSTRAINT"' is not comparable to type/),
      ],
      'unhandled.ts': [`Type '"NOT_FOUND"' is not assignable to type 'never'.`],
    });
  }, 60_000);
});
