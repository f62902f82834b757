import { UnauthorizedException } from '@nestjs/common';
import { Int, Query, Resolver } from '@nestjs/graphql';
import { GraphQLError, type GraphQLErrorExtensions } from 'graphql';
import { AUTHOS_ERRORS, AuthOsException, type AuthOsErrorCode } from 'nestjs-authos-errors';
import { SECRET } from '../../support/expect-failure.js';
import { expectError, type GraphQLErrorJson } from './expect-error.js';
import { type GraphQLServer, SERVERS, startGraphQL } from './graphql-servers.js';

/** What the next query throws. */
let thrown: () => unknown;

@Resolver()
class ThrowingResolver {
  @Query(() => Int, { nullable: true })
  one(): never {
    throw thrown();
  }
}

async function errorOf(server: GraphQLServer, graphql: object = {}) {
  const running = await startGraphQL(server, { providers: [ThrowingResolver], graphql });
  const { status, body, text } = await running.ask('{ one }');
  await running.app.close();
  const { errors } = body as { errors?: GraphQLErrorJson[] };
  return { status, text, error: errors?.[0], lines: running.logger.lines };
}

const saying = (extensions: GraphQLErrorExtensions) => () =>
  new GraphQLError('No seat is left.', { extensions });

describe.each(SERVERS)('on $name', (server) => {
  it.each<[string, GraphQLErrorExtensions, AuthOsErrorCode, string, object]>([
    ['without a code', {}, 'BAD_REQUEST', 'BAD_REQUEST', {}],
    [
      'with a code of its own',
      { code: 'SOLD_OUT', seats: 0 },
      'BAD_REQUEST',
      'SOLD_OUT',
      { seats: 0 },
    ],
    ['with a code of GraphQL', { code: 'FORBIDDEN' }, 'FORBIDDEN', 'FORBIDDEN', {}],
    ['that is unauthenticated', { code: 'UNAUTHENTICATED' }, 'UNAUTHORIZED', 'UNAUTHENTICATED', {}],
    ['with a code of AuthOS', { code: 'NOT_FOUND' }, 'NOT_FOUND', 'NOT_FOUND', {}],
    [
      'with what is of the inside',
      { code: 'SOLD_OUT', http: { status: 418 }, stacktrace: [SECRET], exception: SECRET },
      'BAD_REQUEST',
      'SOLD_OUT',
      {},
    ],
  ])('a GraphQLError %s keeps its words', async (_what, given, code, clientCode, extensions) => {
    thrown = saying(given);
    const { error } = await errorOf(server);
    expectError(error, { code, text: 'No seat is left.', clientCode, path: ['one'], extensions });
  });

  it('a GraphQLError that says the server failed is masked', async () => {
    thrown = saying({ code: 'INTERNAL_SERVER_ERROR', sql: SECRET });
    const { error } = await errorOf(server);
    expectError(error, { code: 'INTERNAL_SERVER_ERROR', path: ['one'] });
  });

  it("the application's formatter has the last word, on a safe error", async () => {
    thrown = () => new Error(SECRET);
    const formatted: unknown[] = [];
    const format = (error: { message: string }) => {
      formatted.push(error.message);
      return { message: 'Formatted.' };
    };
    const { text } = await errorOf(
      server,
      server.isMercurius
        ? {
            errorFormatter: ({ errors }: { errors: { message: string }[] }) => ({
              statusCode: 200,
              response: { data: null, errors: errors.map(format) },
            }),
          }
        : { formatError: format },
    );
    expect(formatted).toEqual([AUTHOS_ERRORS.INTERNAL_SERVER_ERROR.message]);
    expect(text).toContain('Formatted.');
    expect(text).not.toContain(SECRET);
  });

  it.each<[string, () => unknown, AuthOsErrorCode]>([
    ['a secret', () => new Error(SECRET), 'INTERNAL_SERVER_ERROR'],
    ['a 401', () => new UnauthorizedException('No token was given.'), 'UNAUTHORIZED'],
    ['a 429', () => new AuthOsException('TOO_MANY_REQUESTS'), 'TOO_MANY_REQUESTS'],
  ])('a context that fails with %s has the status of its code', async (_what, value, code) => {
    const context = (): never => {
      throw value();
    };
    const { status, text, lines } = await errorOf(server, { context });
    expect(status).toBe(AUTHOS_ERRORS[code].status);
    expect(text).not.toContain(SECRET);
    expect(lines.map(([, line]) => line)).toEqual([
      expect.stringContaining(`${status} ${code} GraphQL context: `),
    ]);
  });
});
