import type { ModulesContainer } from '@nestjs/core';

/** The part of Nest's GraphQLModule that is used here: it reads its options when it is initialised. */
export interface GraphQLModuleLike {
  options: object;
}

/** The instances of GraphQLModule. */
export function graphqlModulesOf(modules: ModulesContainer): GraphQLModuleLike[] {
  return [...modules.values()]
    .map(({ instance }): unknown => instance)
    .filter((instance) => isGraphQLModule(instance));
}

/** Tells an instance by the driver that it holds, as the package is not imported. */
export function isGraphQLModule(instance: unknown): instance is GraphQLModuleLike {
  if (typeof instance !== 'object' || instance === null) return false;
  if (!('graphQlAdapter' in instance) || !('options' in instance)) return false;
  return typeof instance.options === 'object' && instance.options !== null;
}
