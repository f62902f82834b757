import type { Type } from '@nestjs/common';
import type { ModulesContainer } from '@nestjs/core';
import { bindResolverOf } from '../../../nest/context-creators.js';
import { type GraphQLSchemaLike, graphqlSchemasOf } from '../../../nest/graphql-schemas-of.js';
import { exchange } from '../exchange.js';
import type { Target } from '../judge.js';
import { MESSAGE_PHASES, type MessagePhase } from './message-handlers.js';
import type { Transport } from './transport.js';

/** The GraphQL servers of an application that listens. Its schemas get a field for each phase. */
export function graphqlTransports(
  modules: ModulesContainer,
  handlers: Type,
  { port, prefix, headers }: Target,
): Transport[] {
  const bind = bindResolverOf(modules);
  if (!bind) return [];
  return graphqlSchemasOf(modules).map(({ schema, options }): Transport => {
    const instance = new handlers() as object;
    for (const phase of MESSAGE_PHASES) addField(schema, fieldOf(phase), bind(instance, phase, ''));
    const { path = '/graphql', useGlobalPrefix } = options;
    const url = `${useGlobalPrefix ? prefix : '/'}/${path}`.replaceAll(/\/+/g, '/');
    return {
      name: 'graphql',
      place: `POST ${url}`,
      ask: async (phase, signal) => {
        const request = {
          method: 'POST',
          path: url,
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify({ query: `{ ${fieldOf(phase)} }` }),
        };
        const { body, text } = await exchange(port, request, signal);
        const { errors } = Object(body) as { errors?: readonly unknown[] };
        return { error: Array.isArray(errors) ? errors[0] : body, text };
      },
    };
  });
}

/** A field of texts, made without the package: GraphQL itself looks at no more than its members. */
function addField(schema: GraphQLSchemaLike, name: string, resolve: unknown): void {
  const fields = schema.getQueryType()?.getFields();
  if (!fields) return;
  fields[name] = { name, type: schema.getType('String'), args: [], resolve, extensions: {} };
}

/** Names of GraphQL have no hyphens. */
function fieldOf(phase: MessagePhase): string {
  return `authosErrorConformance_${phase.replaceAll('-', '_')}`;
}
