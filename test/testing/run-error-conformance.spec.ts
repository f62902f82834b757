import type { IncomingHttpHeaders } from 'node:http';
import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  type ExecutionContext,
  type INestApplication,
  type Provider,
  UnauthorizedException,
  VersioningType,
} from '@nestjs/common';
import { APP_FILTER, APP_GUARD, HttpAdapterHost } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { type AuthOsErrorCode, AuthOsErrorsModule } from 'nestjs-authos-errors';
import {
  type ErrorConformanceName,
  type ErrorConformanceOptions,
  runErrorConformance,
} from 'nestjs-authos-errors/testing';
import { PLATFORMS } from '../support/start-app.js';
import { thrownBy } from '../support/thrown-by.js';
import { createApp, problemsOf, problemWith, SECRET } from './conformance-of.js';

const PHASES: ErrorConformanceName[] = [
  'middleware',
  'middleware-next',
  'guard',
  'guard-async',
  'interceptor-before',
  'interceptor-after',
  'pipe',
  'handler',
  'handler-async',
  'filter-throws',
  'filter-rejects',
  'head',
  'on-send',
  'stream-midway',
  'request',
];

/** Express has no hooks, and its responses break by themselves. */
const PHASES_OF = {
  express: PHASES.filter((phase) => phase !== 'on-send' && phase !== 'stream-midway'),
  fastify: PHASES.filter((phase) => phase !== 'stream-midway'),
};

const ALL_BUT_HANDLER = PHASES.filter((phase) => phase !== 'handler');

/** Who looks at them has to expect that it throws. */
const BREAKS_FILTERS = ['throwing-getter', 'revoked-proxy'] as const;

interface UserAnswer {
  status: number;
  body: unknown;
}

/** A catch-all filter of the user, which is asked before that of the module. */
function userFilter(answer: (error: unknown) => UserAnswer): Provider {
  @Catch()
  class UserFilter implements ExceptionFilter {
    constructor(private readonly adapterHost: HttpAdapterHost) {}

    catch(error: unknown, host: ArgumentsHost): void {
      const { httpAdapter } = this.adapterHost;
      const response = host.switchToHttp().getResponse<object>();
      const { status, body } = answer(error);
      httpAdapter.setHeader(response, 'Content-Type', 'application/json; charset=utf-8');
      httpAdapter.setHeader(response, 'Cache-Control', 'no-store');
      httpAdapter.setHeader(response, 'X-Content-Type-Options', 'nosniff');
      httpAdapter.setHeader(response, 'WWW-Authenticate', 'Bearer');
      httpAdapter.reply(response, JSON.stringify(body), status);
    }
  }
  return { provide: APP_FILTER, useClass: UserFilter };
}

const TOKEN_GUARD: Provider = {
  provide: APP_GUARD,
  useValue: {
    canActivate(context: ExecutionContext): boolean {
      const { headers } = context.switchToHttp().getRequest<{ headers: IncomingHttpHeaders }>();
      if (headers.authorization === 'Bearer token') return true;
      throw new UnauthorizedException();
    },
  },
};

function envelope(code: AuthOsErrorCode, text = ''): object {
  const timestamp = `${new Date().toISOString().slice(0, 19)}Z`;
  return { error: text.replaceAll(/\p{Cc}/gu, ' ') || 'It failed.', error_code: code, timestamp };
}

describe.each(PLATFORMS)('runErrorConformance on %s', (platform) => {
  it('finds nothing in an application with the module', async () => {
    const app = await createApp(platform, { imports: [AuthOsErrorsModule] });
    expect(await problemsOf(app)).toEqual([]);
  });

  it('finds failures in every phase of the same application without the module', async () => {
    const app = await createApp(platform, {}, {});
    const problems = await problemsOf(app, { timeout: 3000 });
    expect([...new Set(problems.map(({ phase }) => phase))]).toEqual(PHASES_OF[platform]);
    expect(problemWith(problems, 'guard', 'http-exception-500')).toEqual({
      transport: 'http',
      phase: 'guard',
      fault: 'http-exception-500',
      request: 'GET /__authos-error-conformance/guard/http-exception-500',
      problem: 'the body is no AuthOS envelope; the body tells the secret of the fault',
      status: 500,
      headers: expect.objectContaining({
        'content-type': expect.stringMatching(/^application\/json/),
      }),
      body: `{"message":"${SECRET}","error":"Internal Server Error","statusCode":500}`,
    });
    expect(problemWith(problems, 'filter-rejects', 'error')).toMatchObject({
      problem: 'no answer came within 3000 ms',
      headers: {},
      body: '',
    });
    expect(problemWith(problems, 'request', 'header-overflow')).toMatchObject({
      request: 'bytes',
      status: 431,
      problem: 'the body is no AuthOS envelope',
    });
  });

  it('lists a catch-all filter of the user that answers in a format of its own', async () => {
    const app = await createApp(platform, {
      imports: [AuthOsErrorsModule],
      providers: [userFilter(() => ({ status: 500, body: { ok: false } }))],
    });
    const problems = await problemsOf(app, { skip: [...ALL_BUT_HANDLER, ...BREAKS_FILTERS] });
    expect(problemWith(problems, 'handler', 'type-error')).toMatchObject({
      status: 500,
      problem: 'the body is no AuthOS envelope',
      body: '{"ok":false}',
    });
    expect(new Set(problems.map(({ problem }) => problem))).toEqual(
      new Set(['the body is no AuthOS envelope']),
    );
  });

  it('catches a filter whose envelopes tell what the fault says', async () => {
    const app = await createApp(platform, {
      imports: [AuthOsErrorsModule],
      providers: [
        userFilter((error) => ({
          status: 500,
          body: envelope('INTERNAL_SERVER_ERROR', error instanceof Error ? error.message : ''),
        })),
      ],
    });
    const problems = await problemsOf(app, { skip: [...ALL_BUT_HANDLER, ...BREAKS_FILTERS] });
    // Express adds an ETag to what a filter answers, which the contract is without, too.
    expect(problemWith(problems, 'handler', 'pg-unique-violation')).toMatchObject({
      problem: expect.stringMatching(/the body tells the secret of the fault$/),
      body: expect.stringContaining(SECRET),
    });
    expect(problemWith(problems, 'handler', 'http-exception-400')?.problem ?? '').not.toMatch(
      'secret',
    );
  });

  it('names each point in which an envelope is not that of the contract', async () => {
    const app = await createApp(platform, {
      imports: [AuthOsErrorsModule],
      providers: [
        userFilter(() => ({ status: 418, body: { ...envelope('NOT_FOUND'), path: '/' } })),
      ],
    });
    const problems = await problemsOf(app, { skip: ALL_BUT_HANDLER });
    expect(problemWith(problems, 'handler', 'error')).toMatchObject({
      problem: expect.stringMatching(
        /^status is 418, expected 404; members is error, error_code, timestamp, path, expected error, error_code, timestamp/,
      ),
    });
  });

  it('says that a fault was not reached where a guard of the application answers before', async () => {
    const app = await createApp(platform, {
      imports: [AuthOsErrorsModule],
      providers: [TOKEN_GUARD],
    });
    const problems = await problemsOf(app);
    expect(problems.find(({ phase }) => phase === 'handler')).toMatchObject({
      problem: expect.stringMatching(
        /^the fault was not reached: something of the application answered before, with 401; the other \d+ faults of the phase were not tried$/,
      ),
      status: 401,
      body: expect.stringContaining('"error_code":"UNAUTHORIZED"'),
    });
    expect(problems.map(({ phase }) => phase)).toEqual(
      PHASES.filter((phase) => !/^(?:middleware.*|request|on-send)$/.test(phase)),
    );
  });

  it('sends the headers along, so that a guard of the application lets the requests in', async () => {
    const app = await createApp(platform, {
      imports: [AuthOsErrorsModule],
      providers: [TOKEN_GUARD],
    });
    const headers = { Authorization: 'Bearer token' };
    expect(await problemsOf(app, { headers, skip: ['middleware', 'middleware-next'] })).toEqual([]);
  });

  it.each(['/api/v1/', 'api'])(
    'finds its routes below the prefix %s and beside versions',
    async (prefix) => {
      const app = await createApp(platform, { imports: [AuthOsErrorsModule] });
      app.setGlobalPrefix(prefix);
      app.enableVersioning({ type: VersioningType.URI, defaultVersion: '2' });
      expect(await problemsOf(app)).toEqual([]);
    },
  );

  it('holds an application that preserves statuses against the class of its codes', async () => {
    const imports = [AuthOsErrorsModule.forRoot({ httpStatus: 'preserve' })];
    const skip = PHASES.filter((phase) => phase !== 'pipe' && phase !== 'head');
    const app = await createApp(platform, { imports });
    expect(await problemsOf(app, { httpStatus: 'preserve', skip })).toEqual([]);

    const problems = await problemsOf(await createApp(platform, { imports }), { skip });
    expect(problemWith(problems, 'pipe', 'http-exception-503')).toMatchObject({
      problem: 'status is 503, expected 500',
    });
    expect(problemWith(problems, 'head', 'http-exception-503')).toMatchObject({
      problem: 'status is 503, expected one of 400, 401, 403, 404, 429, 500',
    });
  });

  it('refuses an application that is initialised already', async () => {
    const app = await createApp(platform, { imports: [AuthOsErrorsModule] });
    await app.init();
    const refusal = await thrownBy(() => problemsOf(app));
    expect(refusal).toEqual(
      new TypeError(
        'runErrorConformance: app is initialised already; it takes an application before init() and listen(), as routes cannot be added later',
      ),
    );
  });
});

describe('runErrorConformance', () => {
  it('leaves out the phases and the faults that it is told to', async () => {
    const app = await createApp('express', {
      imports: [AuthOsErrorsModule.forRoot({ exposeServerMessages: true })],
    });
    const skip = ALL_BUT_HANDLER;
    const problems = await problemsOf(app, { skip });
    const told = [
      'http-exception-500',
      'http-exception-503',
      'http-exception-with-status-200',
    ] as const;
    expect(problems.map(({ fault }) => fault)).toEqual(told);

    const again = await createApp('express', {
      imports: [AuthOsErrorsModule.forRoot({ exposeServerMessages: true })],
    });
    expect(await problemsOf(again, { skip: [...skip, ...told] })).toEqual([]);
  });

  it('says of a request that nothing refuses that it was not refused', async () => {
    const module = await Test.createTestingModule({ imports: [AuthOsErrorsModule] }).compile();
    const app = module.createNestApplication({ logger: false, bodyParser: false });
    const problems = await problemsOf(app, { skip: PHASES.filter((phase) => phase !== 'request') });
    expect(problems.map(({ fault, problem }) => [fault, problem])).toEqual([
      ['malformed-json', 'the request was not refused, but answered with 201'],
      ['body-too-large', 'the request was not refused, but answered with 201'],
      ['upload-cut-off', 'the request was not refused, but answered with 201'],
    ]);
  });

  it.each<[string, object, string]>([
    [
      'an unknown option',
      { header: {} },
      "unknown option 'header'; the options are headers, skip, httpStatus, timeout",
    ],
    [
      'headers that are none',
      { headers: { a: 1 } },
      'option headers is { a: 1 }; it takes an object of strings',
    ],
    [
      'a skip that is no array',
      { skip: 'guard' },
      "option skip is 'guard'; it takes an array of names",
    ],
    [
      'another httpStatus',
      { httpStatus: 500 },
      "option httpStatus is 500; it takes 'reference' or 'preserve'",
    ],
    [
      'no timeout',
      { timeout: 0 },
      'option timeout is 0; it takes a whole number of milliseconds above 0',
    ],
  ])('refuses %s', async (_name, options, text) => {
    const refusal = await thrownBy(() => runErrorConformance({} as INestApplication, options));
    expect(refusal).toEqual(new TypeError(`runErrorConformance: ${text}`));
  });

  it('refuses a name that does not exist, and names those that do', async () => {
    // @ts-expect-error it is a compile error
    const options: ErrorConformanceOptions = { skip: ['guards'] };
    const refusal = await thrownBy(() => runErrorConformance({} as INestApplication, options));
    expect(refusal).toBeInstanceOf(TypeError);
    expect((refusal as Error).message).toMatch(
      /^runErrorConformance: a name in skip is 'guards'; it takes any of http, graphql, .*middleware, .*guard, .*request, .*malformed-http/,
    );
  });

  it('refuses what is no application', async () => {
    const refusal = await thrownBy(() => runErrorConformance({} as INestApplication));
    expect(refusal).toEqual(
      new TypeError('runErrorConformance: app is {}; it takes an INestApplication'),
    );
  });
});
