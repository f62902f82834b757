import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { isAuthOsErrorEnvelope } from 'nestjs-authos-errors';
import { ArbitraryValues } from '../arbitrary-values.js';
import type { GraphQLErrorJson } from './expect-error.js';
import { APOLLO_ON_FASTIFY, type RunningGraphQL, startGraphQL } from './graphql-servers.js';

const values = new ArbitraryValues();

@Resolver()
class AnythingResolver {
  @Query(() => Int, { nullable: true })
  thrown(@Args('index', { type: () => Int }) index: number): never {
    return values.throw(index);
  }
}

function isAnswer(answer: unknown): boolean {
  const { errors } = answer as { errors?: readonly GraphQLErrorJson[] };
  return (
    errors?.length === 1 &&
    isAuthOsErrorEnvelope({ error: errors[0]?.message, ...errors[0]?.extensions })
  );
}

describe('whatever a resolver throws', () => {
  let running: RunningGraphQL;

  beforeAll(async () => {
    running = await startGraphQL(APOLLO_ON_FASTIFY, {
      providers: [AnythingResolver],
      authos: { logger: { log() {}, warn() {}, error() {} } },
    });
  });

  afterAll(() => running.app.close());

  const ask = async (index: number): Promise<unknown> => {
    const response = await fetch(`${running.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: `{ thrown(index: ${index}) }` }),
    });
    return response.json();
  };

  values.itAnswers('is one error', ask, isAnswer);
});
