import { AUTHOS_ERRORS } from 'nestjs-authos-errors';
import { THROWN_VALUES } from '../thrown-values.js';
import { expectError, type GraphQLErrorJson } from './expect-error.js';
import { type RunningGraphQL, SERVERS, startGraphQL, SUBGRAPHS } from './graphql-servers.js';
import { PlansResolver } from './plans.resolver.js';

/** graphql-js looks at every value that a field throws, and fails with its own error at these. */
const BREAKS_GRAPHQL: readonly string[] = [
  'an Error whose message cannot be read',
  'an object that cannot be read',
  'a revoked proxy',
];
const SOUND_VALUES = THROWN_VALUES.filter(({ name }) => !BREAKS_GRAPHQL.includes(name));

interface Answer {
  errors: GraphQLErrorJson[];
  data: unknown;
}

describe.each([...SERVERS, ...SUBGRAPHS])('on $name', (server) => {
  let running: RunningGraphQL;

  beforeAll(async () => {
    running = await startGraphQL(server, { providers: [PlansResolver] });
  });

  afterAll(() => running.app.close());

  afterEach(() => {
    (running.logger.lines as unknown[]).length = 0;
  });

  describe.each(['thrown', 'rejected', 'change'] as const)('what %s throws', (field) => {
    const operation = field === 'change' ? 'mutation' : 'query';

    it.each(THROWN_VALUES)('is answered: $name', async ({ name, code, text, retryAfter }) => {
      const query = `${operation} ($name: String!) { ${field}(name: $name) }`;
      const { status, body } = await running.ask(query, { name });
      const { data, errors } = body as Answer;
      expect({ status, data, count: errors.length }).toEqual({
        status: 200,
        data: { [field]: null },
        count: 1,
      });
      expectError(errors[0], { code, text, retryAfter, path: [field] });
      const parent = field === 'change' ? 'Mutation' : 'Query';
      expectOneLine(`${AUTHOS_ERRORS[code].status} ${code} GraphQL ${parent}.${field}: `);
    });
  });

  it.each(SOUND_VALUES)('a field that throws is answered: $name', async (row) => {
    const { name, code, text, retryAfter } = row;
    const query = 'query ($name: String!) { plan { thrownByField(name: $name) } }';
    const { status, body } = await running.ask(query, { name });
    const { data, errors } = body as Answer;
    expect({ status, data }).toEqual({ status: 200, data: { plan: { thrownByField: null } } });
    expectError(errors[0], { code, text, retryAfter, path: ['plan', 'thrownByField'] });
    expectOneLine(`${AUTHOS_ERRORS[code].status} ${code} GraphQL plan.thrownByField: `);
  });

  it.each(BREAKS_GRAPHQL)('a field that throws %s is the fault of the server', async (name) => {
    const query = 'query ($name: String!) { plan { thrownByField(name: $name) } }';
    const { status, body } = await running.ask(query, { name });
    const { data, errors } = body as Answer;
    expect({ status, data }).toEqual({ status: 200, data: { plan: null } });
    expectError(errors[0], { code: 'INTERNAL_SERVER_ERROR', path: errors[0]?.path });
    expectOneLine('500 INTERNAL_SERVER_ERROR GraphQL');
  });

  it.each(SOUND_VALUES.filter(({ thrown }) => thrown() instanceof Error))(
    'an Error that is returned is answered: $name',
    async ({ name, code, text, retryAfter }) => {
      const query = 'query ($name: String!) { returned(name: $name) }';
      const { body } = await running.ask(query, { name });
      expectError((body as Answer).errors[0], { code, text, retryAfter, path: ['returned'] });
      expectOneLine(`${AUTHOS_ERRORS[code].status} ${code} GraphQL returned: `);
    },
  );

  it('what cannot be serialised is the fault of the server, item by item', async () => {
    const { status, body } = await running.ask('{ plan { price prices } }');
    const { data, errors } = body as Answer;
    expect({ status, data }).toEqual({
      status: 200,
      data: { plan: { price: null, prices: [1, null, 3] } },
    });
    expectError(errors[0], { code: 'INTERNAL_SERVER_ERROR', path: ['plan', 'price'] });
    expectError(errors[1], { code: 'INTERNAL_SERVER_ERROR', path: ['plan', 'prices', 1] });
    expect(running.logger.lines.map(([level]) => level)).toEqual(['error', 'error']);
  });

  it('a null where there must be none is the fault of the server', async () => {
    const { body } = await running.ask('{ plan { never } }');
    expectError((body as Answer).errors[0], {
      code: 'INTERNAL_SERVER_ERROR',
      path: ['plan', 'never'],
    });
    expectOneLine(
      '500 INTERNAL_SERVER_ERROR GraphQL plan.never: Error: Cannot return null for non-nullable field Plan.never.',
    );
  });

  function expectOneLine(start: string): void {
    expect(running.logger.lines.map(([, text]) => text)).toEqual([expect.stringContaining(start)]);
  }
});

describe.each(SUBGRAPHS)('on $name', (server) => {
  let running: RunningGraphQL;

  beforeAll(async () => {
    running = await startGraphQL(server, { providers: [PlansResolver] });
  });

  afterAll(() => running.app.close());

  it.each(SOUND_VALUES)('a reference that throws is answered: $name', async (row) => {
    const { name, code, text, retryAfter } = row;
    const query =
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Plan { id } } }';
    const { body } = await running.ask(query, { of: [{ __typename: 'Plan', id: name }] });
    const { errors } = body as Answer;
    expectError(errors[0], { code, text, retryAfter, path: errors[0]?.path });
  });
});
