import { jest } from '@jest/globals';
import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  type INestApplication,
  type Provider,
  UnauthorizedException,
} from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { GraphQLModule, Query, Resolver } from '@nestjs/graphql';
import { AuthOsErrorsModule } from 'nestjs-authos-errors';
import { FAULT_NAMES } from '../../lib/testing/conformance/faults.js';
import { MESSAGE_PHASES } from '../../lib/testing/conformance/transports/message-handlers.js';
import { recordingLogger } from '../support/recording-logger.js';
import {
  APOLLO_ON_EXPRESS,
  type GraphQLServer,
  MERCURIUS,
  SERVERS,
  SUBGRAPHS,
} from '../transports/graphql/graphql-servers.js';
import { createApp, HANDLER_ALONE, problemsOf, problemWith, SECRET } from './conformance-of.js';

@Resolver()
class PlansResolver {
  @Query(() => String)
  plan(): string {
    return 'gold';
  }
}

/** A filter of the application, which is asked before that of the module. */
function filterOf(answer: (error: unknown) => unknown): Provider {
  @Catch()
  class UserFilter implements ExceptionFilter {
    catch(error: unknown, host: ArgumentsHost): unknown {
      return host.getType<string>() === 'graphql' ? answer(error) : undefined;
    }
  }
  return { provide: APP_FILTER, useClass: UserFilter };
}

interface Given {
  readonly graphql?: object;
  readonly providers?: Provider[];
  readonly authos?: unknown[];
}

function create(server: GraphQLServer, given: Given = {}): Promise<INestApplication> {
  const { graphql, providers = [], authos = [AuthOsErrorsModule] } = given;
  return createApp(server.platform, {
    imports: [
      ...(authos as [typeof AuthOsErrorsModule]),
      GraphQLModule.forRoot({ ...server.options, ...graphql } as never),
    ],
    providers: [PlansResolver, ...providers],
  });
}

describe.each([...SERVERS, ...SUBGRAPHS])('runErrorConformance with $name', (server) => {
  it('finds nothing where the module is imported', async () => {
    expect(await problemsOf(await create(server), { skip: ['http'] })).toEqual([]);
  });

  it('has each fault logged and reported once', async () => {
    const logger = recordingLogger();
    const onError = jest.fn<() => void>();
    const authos = [AuthOsErrorsModule.forRoot({ logger, onError })];
    await problemsOf(await create(server, { authos }), { skip: HANDLER_ALONE });
    const lines = logger.lines.filter(([, line]) => String(line).includes(' GraphQL'));
    expect(lines).toHaveLength(FAULT_NAMES.length);
    expect(onError).toHaveBeenCalledTimes(lines.length);
  });
});

describe.each([APOLLO_ON_EXPRESS, MERCURIUS])('runErrorConformance with $name', (server) => {
  it('finds leaks without the module', async () => {
    const problems = await problemsOf(await create(server, { authos: [] }), { skip: ['http'] });
    expect(problemWith(problems, 'handler', 'pg-unique-violation')).toEqual({
      transport: 'graphql',
      phase: 'handler',
      fault: 'pg-unique-violation',
      request: 'POST /graphql',
      problem: 'the error is no AuthOS envelope; the error tells the secret of the fault',
      headers: {},
      body: expect.stringContaining(SECRET),
    });
    expect([...new Set(problems.map(({ phase }) => phase))]).toEqual(MESSAGE_PHASES);
  });

  it('lists a filter of the application whose error is no envelope', async () => {
    const app = await create(server, { providers: [filterOf(() => new Error('It failed.'))] });
    const problems = await problemsOf(app, { skip: HANDLER_ALONE });
    expect(problemWith(problems, 'handler', 'null')).toMatchObject({
      transport: 'graphql',
      problem: 'the error is no AuthOS envelope',
      body: expect.stringContaining('It failed.'),
    });
  });

  it('lists a filter of the application that makes a result of an error', async () => {
    const app = await create(server, { providers: [filterOf(() => 'fine')] });
    const problems = await problemsOf(app, { skip: HANDLER_ALONE });
    expect(problemWith(problems, 'handler', 'error')).toMatchObject({
      problem: 'the error is no AuthOS envelope',
      body: expect.stringContaining('{"data":{"authosErrorConformance_handler":"fine"}}'),
    });
  });

  it('finds the server below a prefix and at a path of its own', async () => {
    const app = await create(server, { graphql: { path: '/query', useGlobalPrefix: true } });
    app.setGlobalPrefix('api');
    expect(await problemsOf(app, { skip: HANDLER_ALONE })).toEqual([]);
  });

  it('says that a fault was not reached where a guard of the application answers before', async () => {
    const canActivate = (): never => {
      throw new UnauthorizedException();
    };
    const guard = { provide: APP_GUARD, useValue: { canActivate } };
    const problems = await problemsOf(await create(server, { providers: [guard] }), {
      skip: ['http'],
    });
    const untried = `the other ${FAULT_NAMES.length - 1} faults of the phase were not tried`;
    expect(problems.map(({ phase, problem }) => [phase, problem])).toEqual(
      MESSAGE_PHASES.map((phase) => [
        phase,
        `the fault was not reached: something of the application answered before; ${untried}`,
      ]),
    );
  });

  it('leaves GraphQL out where it is told to', async () => {
    const app = await create(server, { authos: [] });
    expect(await problemsOf(app, { skip: ['http', 'graphql'] })).toEqual([]);
  });
});

describe('runErrorConformance with Apollo on Express', () => {
  it("lists a `formatError` of the application's that takes the code away", async () => {
    const formatError = ({ message, extensions }: { message: string; extensions: object }) => ({
      message,
      extensions: { ...extensions, code: undefined },
    });
    const app = await create(APOLLO_ON_EXPRESS, { graphql: { formatError } });
    const problems = await problemsOf(app, { skip: HANDLER_ALONE });
    expect(new Set(problems.map(({ problem }) => problem))).toEqual(
      new Set(['extensions.code is none, expected a text']),
    );
  });
});
