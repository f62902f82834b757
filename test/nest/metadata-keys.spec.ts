import {
  Body,
  Catch,
  Get,
  HttpCode,
  Post,
  Sse,
  UseFilters,
  UseGuards,
  UsePipes,
  ValidationPipe,
} from '@nestjs/common';
import { Resolver } from '@nestjs/graphql';
import { ApiExtension, ApiOkResponse } from '@nestjs/swagger';
import * as metadataKeys from '../../lib/nest/metadata-keys.js';

class Guard {
  canActivate(): boolean {
    return true;
  }
}

@Catch(TypeError)
@UseFilters(Filter)
@UseGuards(Guard)
@UsePipes(ValidationPipe)
@Resolver()
class Filter {
  catch(): void {}

  @Sse()
  events(): void {}

  @Post()
  @HttpCode(202)
  @ApiOkResponse({ description: 'Done.' })
  @ApiExtension('x-a', 1)
  create(@Body() _body: unknown): void {}

  @Get()
  read(): void {}
}

const KEYS = { ...metadataKeys };
const method = (name: string): object => Reflect.get(Filter.prototype, name) as object;

describe('the metadata of the installed Nest', () => {
  it.each([
    ['CATCH_METADATA', Filter, undefined, [TypeError]],
    ['FILTERS_METADATA', Filter, undefined, [expect.any(Function)]],
    ['GUARDS_METADATA', Filter, undefined, [Guard]],
    ['PIPES_METADATA', Filter, undefined, [ValidationPipe]],
    ['ENTRY_PROVIDER_METADATA', Filter, undefined, true],
    ['SSE_METADATA', method('events'), undefined, true],
    ['HTTP_CODE_METADATA', method('create'), undefined, 202],
    ['METHOD_METADATA', method('create'), undefined, 1],
    ['METHOD_METADATA', method('read'), undefined, 0],
    ['ROUTE_ARGS_METADATA', Filter, 'create', { '3:0': expect.objectContaining({ index: 0 }) }],
    [
      'API_RESPONSE_METADATA',
      method('create'),
      undefined,
      { 200: expect.objectContaining({ description: 'Done.' }) },
    ],
    ['API_EXTENSION_METADATA', method('create'), undefined, { 'x-a': 1 }],
  ] as const)('is where %s says', (name, target, property, expected) => {
    const key = KEYS[name];
    const value: unknown = property
      ? Reflect.getMetadata(key, target, property)
      : Reflect.getMetadata(key, target);
    expect(value).toEqual(expected);
  });
});
