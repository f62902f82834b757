import { fileURLToPath } from 'node:url';
import { jest } from '@jest/globals';
import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  type INestApplication,
  type Provider,
} from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { type MicroserviceOptions, Transport } from '@nestjs/microservices';
import { AuthOsErrorsModule } from 'nestjs-authos-errors';
import { of, throwError } from 'rxjs';
import { FAULT_NAMES } from '../../lib/testing/conformance/faults.js';
import { MESSAGE_PHASES } from '../../lib/testing/conformance/transports/message-handlers.js';
import { recordingLogger } from '../support/recording-logger.js';
import { createApp, HANDLER_ALONE, problemsOf, problemWith, SECRET } from './conformance-of.js';

/** Nothing listens, so that the ports are free for others. */
const TRANSPORTS = {
  microservice: { transport: Transport.TCP, options: { host: '127.0.0.1', port: 0 } },
  grpc: {
    transport: Transport.GRPC,
    options: {
      url: '127.0.0.1:0',
      package: 'plans',
      protoPath: fileURLToPath(new URL('../transports/rpc/grpc/plans.proto', import.meta.url)),
    },
  },
} as const satisfies Record<string, MicroserviceOptions>;

const BARE: object = AuthOsErrorsModule;

/** A filter of the application, which is asked before that of the module. */
function filterOf(answer: (error: unknown) => unknown): Provider {
  @Catch()
  class UserFilter implements ExceptionFilter {
    catch(error: unknown, host: ArgumentsHost): unknown {
      return host.getType() === 'rpc' ? answer(error) : undefined;
    }
  }
  return { provide: APP_FILTER, useClass: UserFilter };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : 'Failed.');

describe.each(['microservice', 'grpc'] as const)('runErrorConformance with a %s', (name) => {
  async function create(
    module: object | null,
    providers: Provider[] = [],
    inheritAppConfig = true,
  ): Promise<INestApplication> {
    const imports = module ? [module as typeof AuthOsErrorsModule] : [];
    const app = await createApp('express', { imports, providers });
    app.connectMicroservice<MicroserviceOptions>(TRANSPORTS[name], { inheritAppConfig });
    return app;
  }

  it('finds nothing where the module is imported and the configuration inherited', async () => {
    expect(await problemsOf(await create(BARE), { skip: ['http'] })).toEqual([]);
  });

  it('has each fault logged and reported once', async () => {
    const logger = recordingLogger();
    const onError = jest.fn<() => void>();
    const app = await create(AuthOsErrorsModule.forRoot({ logger, onError }));
    await problemsOf(app, { skip: HANDLER_ALONE });
    const [, ...lines] = logger.lines;
    const place = name === 'grpc' ? 'gRPC /' : 'RPC ';
    expect(lines.map(([, line]) => line)).toEqual(
      FAULT_NAMES.map(() => expect.stringContaining(` ${place}__authos-error-conformance: `)),
    );
    expect(onError).toHaveBeenCalledTimes(lines.length);
  });

  it('lists one that does not inherit the configuration', async () => {
    const problems = await problemsOf(await create(BARE, [], false), {
      skip: ['http'],
      timeout: 200,
    });
    // What a filter of a handler fails at is answered in any case.
    const phases = MESSAGE_PHASES.filter((phase) => !phase.startsWith('filter-'));
    expect([...new Set(problems.map(({ phase }) => phase))]).toEqual(phases);
    expect(problemWith(problems, 'handler', 'http-exception-404')).toMatchObject({
      transport: name,
      request: 'microservice 1',
      problem: 'the error is no AuthOS envelope',
      body: expect.stringContaining('"Internal server error"'),
    });
  });

  it('lists a filter of the application that tells what was thrown', async () => {
    const filter = filterOf((error) => throwError(() => ({ code: 13, message: messageOf(error) })));
    const problems = await problemsOf(await create(BARE, [filter]), { skip: HANDLER_ALONE });
    expect(problemWith(problems, 'handler', 'pg-unique-violation')).toEqual({
      transport: name,
      phase: 'handler',
      fault: 'pg-unique-violation',
      request: 'microservice 1',
      problem: 'the error is no AuthOS envelope; the error tells the secret of the fault',
      headers: {},
      body: expect.stringContaining(SECRET),
    });
  });

  it.each([
    ['a result', () => of('fine')],
    ['a plain value', () => 'fine'],
  ])('lists a filter of the application that makes %s of an error', async (_what, answer) => {
    const app = await create(BARE, [filterOf(answer)]);
    const problems = await problemsOf(app, { skip: HANDLER_ALONE });
    expect(problemWith(problems, 'handler', 'error')).toMatchObject({
      problem: 'the fault was answered as a success',
      body: '',
    });
  });

  it('leaves microservices out where it is told to', async () => {
    expect(await problemsOf(await create(null), { skip: ['http', name] })).toEqual([]);
  });
});

describe('runErrorConformance with gRPC', () => {
  it('names a status that is not that of the code', async () => {
    const error = {
      error: 'It failed.',
      error_code: 'NOT_FOUND',
      timestamp: '2025-01-15T10:30:00Z',
    };
    const app = await createApp('express', {
      imports: [AuthOsErrorsModule],
      providers: [filterOf(() => throwError(() => withTrailers(error)))],
    });
    app.connectMicroservice<MicroserviceOptions>(TRANSPORTS.grpc, { inheritAppConfig: true });
    const problems = await problemsOf(app, { skip: HANDLER_ALONE });
    expect(problemWith(problems, 'handler', 'error')).toMatchObject({
      problem: 'the status is 13, expected 5',
    });
  });
});

function withTrailers({ error, ...members }: Record<string, string>): object {
  const values = new Headers({
    'authos-error-code': members.error_code ?? '',
    'authos-timestamp': members.timestamp ?? '',
  });
  return { code: 13, details: error, metadata: values };
}
