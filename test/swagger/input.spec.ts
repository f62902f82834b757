import {
  Body,
  Controller,
  createParamDecorator,
  DefaultValuePipe,
  Get,
  Headers,
  Injectable,
  Param,
  ParseBoolPipe,
  ParseIntPipe,
  ParseUUIDPipe,
  type PipeTransform,
  Post,
  Query,
  RawBody,
  Req,
  Scope,
  UploadedFile,
  UsePipes,
  ValidationPipe,
} from '@nestjs/common';
import { APP_PIPE } from '@nestjs/core';
import { ApiBody } from '@nestjs/swagger';
import { IsString } from 'class-validator';
import { documentOf, responsesIn } from './document-of.js';

class PlanQuery {
  @IsString()
  name: string;
}

class UpperCasePipe implements PipeTransform {
  transform(value: unknown): unknown {
    return value;
  }
}

@Injectable({ scope: Scope.REQUEST })
class RequestPipe extends UpperCasePipe {}

/** A Standard Schema, as Nest 12 takes it. */
const PAGE = {
  '~standard': {
    version: 1 as const,
    vendor: 'test',
    validate: (value: unknown) => ({ value }),
  },
};

const User = createParamDecorator(() => ({}));

@Controller()
class BodiesController {
  @Post('body')
  body(@Body() _plan: PlanQuery): void {}

  @Post('member')
  member(@Body('name') _name: string): void {}

  @Post('raw')
  raw(@RawBody() _raw: Buffer): void {}

  @Post('file')
  file(@UploadedFile() _file: object): void {}

  @Post('described')
  @ApiBody({ type: PlanQuery })
  described(@Req() _request: object): void {}

  @Post('none')
  none(): void {}
}

@Controller()
class ParametersController {
  @Get('plain/:id')
  plain(@Param('id') _id: string, @Query() _query: Record<string, string>): void {}

  @Get('pipe/:id')
  pipe(@Param('id', ParseUUIDPipe) _id: string): void {}

  @Get('default')
  default(@Query('page', new DefaultValuePipe(1)) _page: number): void {}

  @Get('default-int')
  defaultInt(@Query('page', new DefaultValuePipe(1), ParseIntPipe) _page: number): void {}

  @Get('dto')
  dto(@Query() _query: PlanQuery): void {}

  @Get('schema')
  schema(@Query('page', { schema: PAGE }) _page: string): void {}

  @Get('header')
  header(@Headers('accept') _accept: string, @User() _user: PlanQuery): void {}

  @Get('user')
  user(@User('flag', ParseBoolPipe) _flag: boolean): void {}
}

@Controller()
class PipesController {
  @Get('method/:id')
  @UsePipes(UpperCasePipe)
  method(@Param('id') _id: string): void {}

  @Get('validation/:id')
  @UsePipes(ValidationPipe)
  validation(@Param('id') _id: string): void {}

  @Get('dto')
  @UsePipes(new ValidationPipe())
  dto(@Query() _query: PlanQuery): void {}
}

@Controller('inherited')
class InheritingController extends PipesController {}

describe('addAuthOsErrors(), of input', () => {
  it('takes every body for one that can be wrong', async () => {
    expect(badRequestsOf(await documentOf({ controllers: [BodiesController] }))).toEqual({
      'POST /body': true,
      'POST /member': true,
      'POST /raw': true,
      'POST /file': true,
      'POST /described': true,
      'POST /none': false,
    });
  });

  const PARAMETERS = {
    'GET /plain/{id}': false,
    'GET /pipe/{id}': true,
    'GET /default': false,
    'GET /default-int': true,
    'GET /dto': false,
    'GET /schema': false,
    'GET /header': false,
    'GET /user': true,
  };

  it('knows which parameters have a pipe that can refuse them', async () => {
    const document = await documentOf({ controllers: [ParametersController] });
    expect(badRequestsOf(document)).toEqual(PARAMETERS);
  });

  it('takes the class of a parameter for checked where a global pipe checks it', async () => {
    const controllers = [ParametersController];
    const useGlobalPipes = await documentOf(
      { controllers },
      { configure: (app) => app.useGlobalPipes(new ValidationPipe()) },
    );
    const appPipe = await documentOf({
      controllers,
      providers: [{ provide: APP_PIPE, useClass: ValidationPipe }],
    });
    const requestPipe = await documentOf({
      controllers,
      providers: [{ provide: APP_PIPE, useClass: RequestPipe }],
    });
    const expected = { ...PARAMETERS, 'GET /dto': true, 'GET /schema': true };
    for (const document of [useGlobalPipes, appPipe, requestPipe]) {
      expect(badRequestsOf(document)).toEqual(expected);
    }
  });

  it('asks the pipes of a method, in the class that it is inherited by too', async () => {
    const document = await documentOf({ controllers: [PipesController, InheritingController] });
    expect(badRequestsOf(document)).toEqual({
      'GET /method/{id}': true,
      'GET /validation/{id}': false,
      'GET /dto': true,
      'GET /inherited/method/{id}': true,
      'GET /inherited/validation/{id}': false,
      'GET /inherited/dto': true,
    });
  });
});

/** Tells of each operation whether BAD_REQUEST is the one code that it has besides that of every operation. */
function badRequestsOf(document: Parameters<typeof responsesIn>[0]): Record<string, boolean> {
  return Object.fromEntries(
    Object.entries(responsesIn(document)).map(([operation, responses]) => {
      const errors = Object.entries(responses).filter(([status]) => Number(status) >= 400);
      const checked = errors.length === 2;
      expect(Object.fromEntries(errors)).toEqual({
        ...(checked && { 400: ['BAD_REQUEST'] }),
        500: ['INTERNAL_SERVER_ERROR'],
      });
      return [operation, checked];
    }),
  );
}
