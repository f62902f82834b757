import type { ExceptionFilter } from '@nestjs/common';
import type { ModulesContainer } from '@nestjs/core';
import { graphqlModulesOf } from '../../nest/graphql-modules-of.js';
import { isObject } from '../../translation/unknown-object.js';
import { Answering } from './answering.js';
import { coverContext } from './context.js';
import { type AnyFunction, type GraphQLOptions, isFunction } from './graphql-options.js';
import { coverGraphQLWs } from './graphql-ws.js';
import { coverErrorFormatter, coverSubscription } from './mercurius.js';
import { coverSubscriptions } from './subscriptions.js';

/**
 * Has the filter answer what GraphQL never shows to a filter: errors of fields, of documents and of values, of the
 * context, and of subscriptions. Each driver takes its own of these options and passes over the others. They are given to
 * it as a copy, because the application's may serve another application as well.
 */
export function coverGraphQL(modules: ModulesContainer, filter: ExceptionFilter): void {
  const answering = new Answering(filter);
  for (const module of graphqlModulesOf(modules)) {
    module.options = covered(module.options as GraphQLOptions, answering);
  }
}

function covered(options: GraphQLOptions, answering: Answering): object {
  const { context, formatError, errorFormatter, transformSchema } = options;
  const { subscriptions, subscription } = options;
  return {
    ...options,
    formatError: coverFormatError(formatError, answering),
    errorFormatter: coverErrorFormatter(errorFormatter, answering) as AnyFunction,
    transformSchema: async (schema: unknown) => {
      const transformed = transformSchema ? await transformSchema(schema) : schema;
      coverSubscriptions(transformed, answering);
      return transformed;
    },
    ...(isFunction(context) && { context: coverContext(context, answering) }),
    ...(isObject(subscriptions) && { subscriptions: coverProtocols(subscriptions, answering) }),
    subscription: coverSubscription(subscription, answering),
  };
}

type Protocols = NonNullable<GraphQLOptions['subscriptions']>;

/** Apollo's. That of the application has the last word. */
function coverFormatError(own: AnyFunction | undefined, answering: Answering): AnyFunction {
  return (formatted, error) => {
    const answer = answering.format(error) ?? formatted;
    return own ? own(answer, error) : answer;
  };
}

function coverProtocols(protocols: Protocols, answering: Answering): object {
  const hooks = protocols['graphql-ws'];
  if (!hooks) return protocols;
  return { ...protocols, 'graphql-ws': coverGraphQLWs(isObject(hooks) ? hooks : {}, answering) };
}
