import { once } from 'node:events';
import { NotFoundException } from '@nestjs/common';
import { Args, Int, Query, Resolver, Subscription } from '@nestjs/graphql';
import { createClient, type ExecutionResult } from 'graphql-ws';
import {
  AUTHOS_ERRORS,
  type AuthOsErrorCode,
  AuthOsException,
  SkipAuthOsErrors,
} from 'nestjs-authos-errors';
import { WebSocket } from 'ws';
import { SECRET } from '../../support/expect-failure.js';
import { THROWN_VALUES, thrownNamed } from '../thrown-values.js';
import { expectError, type GraphQLErrorJson } from './expect-error.js';
import {
  type GraphQLServer,
  type RunningGraphQL,
  SERVERS,
  startGraphQL,
} from './graphql-servers.js';

interface Named {
  readonly name: string;
}

const fail = (_payload: unknown, { name }: Named): never => {
  throw thrownNamed(name);
};

@Resolver()
class TicksResolver {
  @Query(() => Int)
  one(): number {
    return 1;
  }

  @Subscription(() => Int, { nullable: true })
  before(@Args('name') name: string): AsyncIterable<unknown> {
    throw thrownNamed(name);
  }

  @Subscription(() => Int, { nullable: true })
  async *midway(@Args('name') name: string): AsyncIterable<unknown> {
    yield { midway: 1 };
    throw thrownNamed(name);
  }

  @Subscription(() => Int, { nullable: true })
  @SkipAuthOsErrors()
  skipped(): AsyncIterable<unknown> {
    throw new NotFoundException('There is no plan gold.');
  }

  @Subscription(() => Int, { nullable: true, resolve: fail })
  async *resolved(@Args('name') _name: string): AsyncIterable<unknown> {
    yield { resolved: 1 };
  }
}

/** All that a subscription sends until it is over. */
interface Sent {
  readonly values: readonly unknown[];
  readonly errors: readonly GraphQLErrorJson[];
}

const optionsOf = ({ isMercurius }: GraphQLServer, hooks: object = {}): object =>
  isMercurius ? { subscription: hooks } : { subscriptions: { 'graphql-ws': hooks } };

function subscribe(url: string, query: string, variables: object): Promise<Sent> {
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  });
  const values: unknown[] = [];
  const errors: unknown[] = [];
  return new Promise((resolve) => {
    const end = (): void => {
      void client.dispose();
      resolve({ values, errors: errors as GraphQLErrorJson[] });
    };
    client.subscribe(
      { query, variables: { ...variables } },
      {
        next: (result: ExecutionResult) => {
          if (result.errors) errors.push(...result.errors);
          else values.push(result.data);
        },
        error: (error) => {
          errors.push(...[error].flat());
          end();
        },
        complete: end,
      },
    );
  });
}

/** How a server closes a connection that it refuses. */
async function refusalOf(url: string): Promise<[code: number, reason: string]> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init' }));
  const [code, reason] = (await once(socket, 'close')) as [number, Buffer];
  return [code, reason.toString()];
}

describe.each(SERVERS)('a subscription on $name', (server) => {
  let running: RunningGraphQL;

  beforeAll(async () => {
    running = await startGraphQL(server, {
      providers: [TicksResolver],
      graphql: optionsOf(server),
    });
  });

  afterAll(() => running.app.close());

  afterEach(() => {
    (running.logger.lines as unknown[]).length = 0;
  });

  describe.each([
    ['fails before its first value', 'before', []],
    ['fails after its first value', 'midway', [{ midway: 1 }]],
    ['fails to resolve a value', 'resolved', []],
  ])('that %s', (_how, field, values) => {
    it.each(THROWN_VALUES)('is answered: $name', async (row) => {
      const { name, code, text, retryAfter } = row;
      const query = `subscription ($name: String!) { ${field}(name: $name) }`;
      const sent = await subscribe(running.url, query, { name });
      expect(sent.values).toEqual(values);
      expect(sent.errors).toHaveLength(1);
      expectError(sent.errors[0], { code, text, retryAfter, path: sent.errors[0]?.path });
      expect(running.logger.lines.map(([, line]) => line)).toEqual([
        expect.stringContaining(`${AUTHOS_ERRORS[code].status} ${code} GraphQL `),
      ]);
    });
  });
});

describe.each(SERVERS)('a subscription on $name that is skipped', (server) => {
  it('keeps the answer of Nest, and is not logged', async () => {
    const running = await startGraphQL(server, {
      providers: [TicksResolver],
      graphql: optionsOf(server),
    });
    const { values, errors } = await subscribe(running.url, 'subscription { skipped }', {});
    await running.app.close();
    expect(values).toEqual([]);
    expect(errors).toEqual([expect.objectContaining({ message: 'There is no plan gold.' })]);
    expect(JSON.stringify(errors)).not.toContain('error_code');
    expect(running.logger.lines).toEqual([]);
  });
});

describe.each(SERVERS)('a connection on $name', (server) => {
  it.each<[string, () => unknown, number, AuthOsErrorCode]>([
    ['a 401', () => new AuthOsException('TOKEN_EXPIRED'), 4403, 'TOKEN_EXPIRED'],
    ['a 400', () => new AuthOsException('DEVICE_CODE_PENDING'), 4400, 'DEVICE_CODE_PENDING'],
    ['a 404', () => new AuthOsException('NOT_FOUND'), 4404, 'NOT_FOUND'],
    ['a 429', () => new AuthOsException('TOO_MANY_REQUESTS'), 4429, 'TOO_MANY_REQUESTS'],
    ['anything else', () => new Error(SECRET), 4500, 'INTERNAL_SERVER_ERROR'],
  ])('is closed for its code when onConnect throws %s', async (_what, thrown, status, code) => {
    const onConnect = (): never => {
      throw thrown();
    };
    const running = await startGraphQL(server, {
      providers: [TicksResolver],
      graphql: optionsOf(server, { onConnect }),
    });
    expect(await refusalOf(running.url)).toEqual([status, code]);
    expect(running.logger.lines.map(([, line]) => line)).toEqual([
      expect.stringContaining(`${AUTHOS_ERRORS[code].status} ${code} GraphQL onConnect: `),
    ]);
    await running.app.close();
  });

  it('is closed as forbidden when onConnect returns false', async () => {
    const running = await startGraphQL(server, {
      providers: [TicksResolver],
      graphql: optionsOf(server, { onConnect: () => false }),
    });
    expect(await refusalOf(running.url)).toEqual([4403, 'FORBIDDEN']);
    await running.app.close();
  });
});
