import request from 'supertest';
import { isAuthOsErrorEnvelope } from 'nestjs-authos-errors';
import type { GraphQLErrorJson } from './expect-error.js';
import { type RunningGraphQL, SERVERS, startGraphQL } from './graphql-servers.js';
import { PlansResolver } from './plans.resolver.js';

describe.each(SERVERS)('a document on $name', (server) => {
  let running: RunningGraphQL;

  beforeAll(async () => {
    running = await startGraphQL(server, { providers: [PlansResolver] });
  });

  afterAll(() => running.app.close());

  afterEach(() => {
    (running.logger.lines as unknown[]).length = 0;
  });

  it.each([
    ['cannot be parsed', '{ plan', {}, 'GRAPHQL_PARSE_FAILED', 'Syntax Error: '],
    ['asks for an unknown field', '{ nothing }', {}, 'GRAPHQL_VALIDATION_FAILED', 'nothing'],
    [
      'has a variable of the wrong type',
      'query ($name: String!) { thrown(name: $name) }',
      { name: 7 },
      'BAD_USER_INPUT',
      'Variable "$name" got invalid value 7',
    ],
    [
      'lacks a variable',
      'query ($name: String!) { thrown(name: $name) }',
      {},
      'BAD_USER_INPUT',
      'Variable "$name" of required type "String!" was not provided.',
    ],
  ])('that %s is refused in the words of GraphQL', async (_what, query, variables, own, text) => {
    const { status, body } = await running.ask(query, variables);
    const [error] = (body as { errors: GraphQLErrorJson[] }).errors;
    const { code, error_code, timestamp, ...more } = error!.extensions;
    expect(status).toBe(400);
    expect(error!.message).toContain(text);
    expect([error_code, more]).toEqual(['BAD_REQUEST', {}]);
    expect(code).toBe(server.isMercurius ? 'BAD_REQUEST' : own);
    expect(isAuthOsErrorEnvelope({ error: error!.message, error_code, timestamp })).toBe(true);
    expect(running.logger.lines.map(([level]) => level)).toEqual(['debug']);
  });

  it('that is no JSON is answered, and never by a stack', async () => {
    const response = await request(running.url)
      .post('/graphql')
      .set('content-type', 'application/json')
      .send('{"query": ');
    expect(response.status).toBe(400);
    expect(response.text).toContain('BAD_REQUEST');
    expect(response.text).not.toContain('node_modules');
  });
});
