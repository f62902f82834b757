import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { isAuthOsErrorEnvelope } from 'nestjs-authos-errors';
import { ALL_VALUES, ArbitraryValues } from '../arbitrary-values.js';
import type { GraphQLErrorJson } from './expect-error.js';
import { APOLLO_ON_FASTIFY, startGraphQL } from './graphql-servers.js';

const values = new ArbitraryValues();

@Resolver()
class AnythingResolver {
  @Query(() => Int, { nullable: true })
  thrown(@Args('index', { type: () => Int }) index: number): never {
    return values.throw(index);
  }
}

interface Answer {
  readonly errors: readonly [GraphQLErrorJson];
}

function isAnswer(answer: unknown): boolean {
  const [{ message, extensions }] = (answer as Answer).errors;
  return isAuthOsErrorEnvelope({ error: message, ...extensions });
}

it(`whatever a resolver throws is one error, for ${ALL_VALUES} values`, async () => {
  const logger = { log() {}, warn() {}, error() {} };
  const { app, url } = await startGraphQL(APOLLO_ON_FASTIFY, {
    providers: [AnythingResolver],
    authos: { logger },
  });
  const ask = async (index: number): Promise<unknown> => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: `{ thrown(index: ${index}) }` }),
    });
    return response.json();
  };
  const all = values.throwAll(ask, isAnswer);
  expect(await all).toBe('answered');
  await app.close();
}, 300_000);
