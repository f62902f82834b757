import type { ModulesContainer } from '@nestjs/core';
import { isGraphQLModule } from './graphql-modules-of.js';

/** The part of graphql's GraphQLSchema that is used here. */
export interface GraphQLSchemaLike {
  getQueryType(): { getFields(): Record<string, object> } | null | undefined;
  getType(name: string): unknown;
}

/** The schema of a GraphQLModule, and where it is served. */
export interface ServedSchema {
  readonly schema: GraphQLSchemaLike;
  readonly options: { readonly path?: string; readonly useGlobalPrefix?: boolean };
}

/** The schemas of all GraphQLModules. A gateway of subgraphs has none. The application is initialised. */
export function graphqlSchemasOf(modules: ModulesContainer): ServedSchema[] {
  return [...modules.values()].flatMap((module): ServedSchema[] => {
    const graphql: unknown = module.instance;
    if (!isGraphQLModule(graphql)) return [];
    const host = [...module.providers.values()].find(({ name }) => name === 'GraphQLSchemaHost');
    const schema = schemaOf(host?.instance);
    return schema ? [{ schema, options: graphql.options }] : [];
  });
}

/** Nest's host throws as long as it has none. */
function schemaOf(host: unknown): GraphQLSchemaLike | undefined {
  try {
    return (host as { schema?: GraphQLSchemaLike } | undefined)?.schema;
  } catch {
    return undefined;
  }
}
