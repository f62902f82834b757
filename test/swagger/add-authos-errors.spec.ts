import { jest } from '@jest/globals';
import {
  Catch,
  Controller,
  type ExceptionFilter,
  Get,
  type INestApplication,
  Logger,
  Module,
  Post,
  Scope,
  UseFilters,
  Version,
  VersioningType,
} from '@nestjs/common';
import { RouterModule } from '@nestjs/core';
import {
  ApiDefaultResponse,
  ApiExtension,
  ApiExtraModels,
  ApiForbiddenResponse,
  ApiInternalServerErrorResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiResponse,
  type OpenAPIObject,
  type SwaggerDocumentOptions,
  SwaggerModule,
} from '@nestjs/swagger';
import { Test } from '@nestjs/testing';
import {
  AUTHOS_ERROR_ENVELOPE_SCHEMA,
  AUTHOS_ERRORS,
  AuthOsErrorsModule,
  AuthOsExceptionFilter,
  RequireActiveOrganization,
  SkipAuthOsErrors,
} from 'nestjs-authos-errors';
import { addAuthOsErrors, ApiAuthOsErrors } from 'nestjs-authos-errors/swagger';
import { documentOf, responseOf, responsesIn } from './document-of.js';

const ALWAYS = { 200: '', 500: ['INTERNAL_SERVER_ERROR'] };
const ACTIVE = { ...ALWAYS, 403: ['FORBIDDEN', 'ORGANIZATION_NOT_ACTIVE'] };

class Plan {}

@Catch()
class CatchAllFilter implements ExceptionFilter {
  catch(): void {}
}

class ListController {
  @Get('list')
  list(): void {}
}

@Controller('plans')
class PlansController extends ListController {}

@Controller('services')
@RequireActiveOrganization()
class ServicesController extends ListController {}

describe('addAuthOsErrors()', () => {
  it('adds what the application tells of to what is documented', async () => {
    @Controller('members')
    class MembersController {
      @Post()
      @ApiAuthOsErrors('NOT_FOUND', 'DATABASE_ERROR', 'FEATURE_NOT_AVAILABLE_IN_TIER')
      @RequireActiveOrganization()
      add(): void {}
    }
    const { paths, components } = await documentOf({ controllers: [MembersController] });
    expect(paths).toEqual({
      '/members': {
        post: {
          operationId: 'MembersController_add',
          parameters: [],
          tags: ['Members'],
          responses: {
            201: { description: '' },
            403: responseOf(
              'FORBIDDEN',
              'ORGANIZATION_NOT_ACTIVE',
              'FEATURE_NOT_AVAILABLE_IN_TIER',
            ),
            404: responseOf('NOT_FOUND'),
            500: responseOf('INTERNAL_SERVER_ERROR', 'DATABASE_ERROR'),
          },
        },
      },
    });
    const { $id: _, ...schema } = AUTHOS_ERROR_ENVELOPE_SCHEMA;
    expect(components?.schemas).toEqual({ AuthOsErrorEnvelope: schema });
  });

  it('keeps what the application documents for a status itself', async () => {
    @Controller()
    @ApiForbiddenResponse({ description: 'Mine, of the class.' })
    class OwnController {
      @Get('own')
      @ApiInternalServerErrorResponse({ description: 'Mine.', type: Plan })
      @ApiAuthOsErrors('NOT_FOUND', 'BAD_REQUEST')
      @ApiNotFoundResponse({ description: 'Mine too.' })
      @RequireActiveOrganization()
      own(): void {}

      @Get('range')
      @ApiResponse({ status: '4XX', description: 'Any.' })
      @ApiDefaultResponse({ description: 'Every other.' })
      range(): void {}
    }
    const document = await documentOf({ controllers: [OwnController] });
    expect(responsesIn(document)).toEqual({
      'GET /own': {
        400: ['BAD_REQUEST'],
        403: 'Mine, of the class.',
        404: 'Mine too.',
        500: 'Mine.',
      },
      'GET /range': {
        403: 'Mine, of the class.',
        '4XX': 'Any.',
        500: ['INTERNAL_SERVER_ERROR'],
        default: 'Every other.',
      },
    });
    expect(document.components?.schemas).toHaveProperty('Plan');
  });

  it('keeps the description that Swagger 12 joins with that of the codes', async () => {
    @Controller()
    class JoinedController {
      @Get()
      @ApiForbiddenResponse({ description: 'Mine.' })
      @ApiAuthOsErrors('FORBIDDEN')
      @RequireActiveOrganization()
      find(): void {}
    }
    const { paths } = await documentOf({ controllers: [JoinedController] });
    expect(paths['/']?.get?.responses['403']).toEqual({
      ...responseOf('FORBIDDEN', 'ORGANIZATION_NOT_ACTIVE'),
      description: `\`FORBIDDEN\`: ${AUTHOS_ERRORS.FORBIDDEN.description}\n\nMine.`,
    });
  });

  it('says the same however often it is called', async () => {
    const { app, document } = await applicationOf([ServicesController]);
    const once = structuredClone(addAuthOsErrors(document, app));
    expect(addAuthOsErrors(document, app)).toBe(document);
    expect(document).toEqual(once);
    await app.close();
  });

  it('adds the codes of a class to those of a method that it inherits', async () => {
    class BaseController {
      @Get('list')
      @ApiAuthOsErrors('DATABASE_ERROR')
      list(): void {}
    }
    @Controller('plans')
    @ApiAuthOsErrors('IO_ERROR')
    class OwnController extends BaseController {}
    @Controller('services')
    class OtherController extends BaseController {}
    const document = await documentOf({ controllers: [OwnController, OtherController] });
    expect(responsesIn(document)).toEqual({
      'GET /plans/list': {
        200: '',
        500: ['INTERNAL_SERVER_ERROR', 'DATABASE_ERROR', 'IO_ERROR'],
      },
      'GET /services/list': { 200: '', 500: ['INTERNAL_SERVER_ERROR', 'DATABASE_ERROR'] },
    });
  });

  it("keeps the success that Swagger's compiler plugin finds", async () => {
    @Controller()
    class PluginController {
      /** What the plugin leaves behind. */
      static _OPENAPI_METADATA_FACTORY(): object {
        return { find: { type: Plan }, add: { type: Plan } };
      }

      @Get()
      @ApiAuthOsErrors('NOT_FOUND')
      find(): void {}

      @Post()
      @ApiAuthOsErrors('NOT_FOUND')
      @ApiOkResponse({ description: 'Mine.' })
      add(): void {}
    }
    const { paths, components } = await documentOf({ controllers: [PluginController] });
    expect(paths['/']?.get?.responses['200']).toEqual({
      description: '',
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Plan' } } },
    });
    expect(paths['/']?.post?.responses).not.toHaveProperty('201');
    expect(paths['/']?.post?.responses['200']).toEqual({ description: 'Mine.' });
    expect(components?.schemas).toHaveProperty('Plan');
  });

  it('keeps what was changed in the document, and shares no object between responses', async () => {
    @Controller()
    @ApiExtraModels(Plan)
    class ChangedController {
      @Get('one')
      @ApiAuthOsErrors('NOT_FOUND')
      one(): void {}

      @Get('two')
      two(): void {}

      @Get('three')
      three(): void {}
    }
    const { app, document } = await applicationOf([ChangedController]);
    const operations = ['/one', '/two', '/three'].map((path) => document.paths[path]!.get!);
    const [one, two, three] = operations as [OperationObject, OperationObject, OperationObject];
    one.responses['200'] = { description: 'Changed.' };
    delete document.components?.schemas?.['Plan'];
    app.useGlobalGuards({ canActivate: () => true });
    addAuthOsErrors(document, app);
    expect(one.responses['200']).toEqual({ description: 'Changed.' });
    expect(document.components?.schemas).not.toHaveProperty('Plan');
    const headersOf = (operation: OperationObject): object =>
      (operation.responses['401'] as { headers: object }).headers;
    expect(headersOf(two)).toEqual(headersOf(three));
    Object.assign(headersOf(two), { 'WWW-Authenticate': {} });
    expect(headersOf(two)).not.toEqual(headersOf(three));
    await app.close();
  });

  it('leaves alone what does not answer with the envelope', async () => {
    @Controller('health')
    @SkipAuthOsErrors()
    class HealthController {
      @Get()
      @RequireActiveOrganization()
      check(): void {}

      @Get('covered')
      @UseFilters(AuthOsExceptionFilter)
      covered(): void {}
    }
    @Controller('mixed')
    class MixedController {
      @Get('skipped')
      @SkipAuthOsErrors()
      skipped(): void {}

      @Get('covered')
      covered(): void {}

      @Get('of-another')
      @UseFilters(CatchAllFilter)
      ofAnother(): void {}
    }
    const document = await documentOf({ controllers: [HealthController, MixedController] });
    expect(responsesIn(document)).toEqual({
      'GET /mixed/of-another': { 200: '' },
      'GET /health': { 200: '' },
      'GET /health/covered': ALWAYS,
      'GET /mixed/skipped': { 200: '' },
      'GET /mixed/covered': ALWAYS,
    });
  });

  it.each([
    ['does not import the module', { imports: [] }],
    [
      'binds the filter nowhere',
      { imports: [AuthOsErrorsModule.forRoot({ bindGlobalFilter: false })] },
    ],
    [
      'has a catch-all filter before',
      { configure: (app: INestApplication) => app.useGlobalFilters(new CatchAllFilter()) },
    ],
  ])('refuses an application that %s', async (_how, settings) => {
    const { app, document } = await applicationOf([PlansController], settings);
    expect(() => addAuthOsErrors(document, app)).toThrow(
      new TypeError(
        'addAuthOsErrors: no route of the application answers with the envelope; ' +
          'it takes an application that imports AuthOsErrorsModule',
      ),
    );
    await app.close();
  });

  it('refuses what is no document, and what is no application', async () => {
    const { app, document } = await applicationOf([PlansController]);
    const call = addAuthOsErrors as (...args: unknown[]) => unknown;
    expect(() => call(() => document, app)).toThrow(/^addAuthOsErrors: the first argument/);
    expect(() => call(document, undefined)).toThrow(/^addAuthOsErrors: the second argument/);
    await app.close();
  });

  it('adds to the routes with the filter where it is not bound to the application', async () => {
    @Controller('api')
    @UseFilters(AuthOsExceptionFilter)
    class ApiController extends ListController {}
    const unbound = [AuthOsErrorsModule.forRoot({ bindGlobalFilter: false })];
    const controllers = [ApiController, PlansController];
    const part = await applicationOf(controllers, { imports: unbound });
    expect(responsesIn(addAuthOsErrors(part.document, part.app))).toEqual({
      'GET /api/list': ALWAYS,
      'GET /plans/list': { 200: '' },
    });
    const whole = await applicationOf(controllers, {
      imports: unbound,
      configure: (app) => app.useGlobalFilters(new AuthOsExceptionFilter()),
    });
    expect(responsesIn(addAuthOsErrors(whole.document, whole.app))).toEqual({
      'GET /api/list': ALWAYS,
      'GET /plans/list': ALWAYS,
    });
    await Promise.all([part.app.close(), whole.app.close()]);
  });
});

describe('addAuthOsErrors() finds the handler of an operation', () => {
  it('of controllers that inherit one method', async () => {
    const document = await documentOf({ controllers: [PlansController, ServicesController] });
    expect(responsesIn(document)).toEqual({
      'GET /plans/list': ALWAYS,
      'GET /services/list': ACTIVE,
    });
  });

  it('with a global prefix, versions and several paths', async () => {
    @Controller({ path: ['a', 'b'], version: '1' })
    @RequireActiveOrganization()
    class VersionedController {
      @Get(['one', 'two/:id'])
      one(): void {}

      @Get('one')
      @Version(['2', '3'])
      @ApiAuthOsErrors('NOT_FOUND')
      later(): void {}
    }
    const configure = (app: INestApplication): unknown =>
      app.setGlobalPrefix('api').enableVersioning({ type: VersioningType.URI });
    const missing = { ...ACTIVE, 404: ['NOT_FOUND'] };
    expect(
      responsesIn(await documentOf({ controllers: [VersionedController] }, { configure })),
    ).toEqual({
      'GET /api/v1/a/one': ACTIVE,
      'GET /api/v1/a/two/{id}': ACTIVE,
      'GET /api/v1/b/one': ACTIVE,
      'GET /api/v1/b/two/{id}': ACTIVE,
      'GET /api/v2/a/one': missing,
      'GET /api/v3/a/one': missing,
      'GET /api/v2/b/one': missing,
      'GET /api/v3/b/one': missing,
    });
  });

  it('of modules below a path, in the scope of a request, and with the options of the document', async () => {
    @Controller({ path: 'list', scope: Scope.REQUEST })
    @RequireActiveOrganization()
    class ScopedController {
      @Get()
      list(): void {}
    }
    @Module({ controllers: [ScopedController] })
    class AdminModule {}
    const document = await documentOf(
      {
        imports: [AdminModule, RouterModule.register([{ path: 'admin', module: AdminModule }])],
        controllers: [PlansController],
      },
      {
        configure: (app) => app.setGlobalPrefix('api'),
        options: {
          include: [AdminModule],
          ignoreGlobalPrefix: true,
          operationIdFactory: () => 'same',
        },
      },
    );
    expect(responsesIn(document)).toEqual({ 'GET /admin/list': ACTIVE });
  });

  it('before and after app.init()', async () => {
    const documents = await Promise.all(
      [false, true].map((init) =>
        documentOf(
          { controllers: [ServicesController] },
          { configure: (app) => init && app.init() },
        ),
      ),
    );
    expect(documents.map(responsesIn)).toEqual([
      { 'GET /services/list': ACTIVE },
      { 'GET /services/list': ACTIVE },
    ]);
  });

  it('and passes over operations that are not of the application, or not in the document', async () => {
    const { app, document } = await applicationOf([PlansController, ServicesController]);
    const foreign = { get: { responses: { 200: { description: 'Foreign.' } } } };
    document.paths['/foreign'] = foreign;
    delete document.paths['/plans/list'];
    expect(responsesIn(addAuthOsErrors(document, app))).toEqual({
      'GET /services/list': ACTIVE,
      'GET /foreign': { 200: 'Foreign.' },
    });
    await app.close();
  });

  it('or throws a TypeError when the options are not those of the document', async () => {
    const { app, document } = await applicationOf([PlansController], {
      options: { ignoreGlobalPrefix: true },
      configure: (application) => application.setGlobalPrefix('api'),
    });
    expect(() => addAuthOsErrors(document, app)).toThrow(
      new TypeError(
        'addAuthOsErrors: /plans/list is not of the application; ' +
          'it takes the options that SwaggerModule.createDocument got as its third argument',
      ),
    );
    expect(() => addAuthOsErrors({ ...document, paths: {} }, app)).not.toThrow();
    await app.close();
  });

  it('and warns when only some of the operations are found', async () => {
    const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => {});
    const { app, document } = await applicationOf([PlansController, ServicesController], {
      options: { ignoreGlobalPrefix: true },
      configure: (application) =>
        application.setGlobalPrefix('api', { exclude: ['services/list'] }),
    });
    addAuthOsErrors(document, app);
    expect(warn.mock.calls).toEqual([
      [
        'addAuthOsErrors: /plans/list is not of the application; ' +
          'it takes the options that SwaggerModule.createDocument got as its third argument',
      ],
    ]);
    warn.mockRestore();
    await app.close();
  });

  it('without a trace, even when Swagger throws', async () => {
    @Controller()
    class TracedController {
      @Get()
      @ApiExtension('x-own', { own: true })
      @ApiAuthOsErrors('NOT_FOUND')
      find(this: void): void {}
    }
    const targets = [TracedController, TracedController.prototype.find];
    const metadata = (): unknown =>
      targets.map((target) => {
        const keys = Reflect.getMetadataKeys(target);
        return Object.fromEntries(keys.map((key) => [key, Reflect.getMetadata(key, target)]));
      });
    const { app, document } = await applicationOf([TracedController]);
    const before = metadata();
    addAuthOsErrors(document, app);
    expect(metadata()).toEqual(before);
    expect(JSON.stringify(document)).not.toContain('x-authos');
    expect(document.paths['/']?.get).toHaveProperty('x-own', { own: true });

    const failure = new Error('refused');
    const operationIdFactory = (): never => {
      throw failure;
    };
    expect(() => addAuthOsErrors(document, app, { operationIdFactory })).toThrow(failure);
    expect(metadata()).toEqual(before);
    await app.close();
  });
});

type OperationObject = NonNullable<OpenAPIObject['paths'][string]['get']>;

interface Setup {
  imports?: NonNullable<Parameters<typeof Test.createTestingModule>[0]['imports']>;
  options?: SwaggerDocumentOptions;
  configure?: (app: INestApplication) => unknown;
}

/** An application and its document, to which nothing is added yet. */
async function applicationOf(
  controllers: (new () => object)[],
  { imports = [AuthOsErrorsModule], options, configure = () => {} }: Setup = {},
): Promise<{ app: INestApplication; document: OpenAPIObject }> {
  const module = await Test.createTestingModule({ imports, controllers }).compile();
  const app = module.createNestApplication({ logger: false });
  configure(app);
  const info = { title: 'Plans', version: '1' };
  return { app, document: SwaggerModule.createDocument(app, { openapi: '3.0.0', info }, options) };
}
