import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { graphqlContext } from './graphql-context.js';

/** Serves the resolvers of the other modules at /graphql, and their subscriptions over graphql-ws. */
@Module({
  imports: [
    GraphQLModule.forRoot<ApolloDriverConfig>({
      driver: ApolloDriver,
      autoSchemaFile: true,
      sortSchema: true,
      context: graphqlContext,
      // So that a field can be refused and the rest of the answer stays.
      fieldResolverEnhancers: ['guards'],
      subscriptions: { 'graphql-ws': true },
    }),
  ],
})
export class GraphQLApiModule {}
