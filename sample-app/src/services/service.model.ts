import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import type { Service } from '../generated/prisma/client.js';

@ObjectType('Service')
export class ServiceModel implements Partial<Service> {
  @Field(() => ID)
  readonly id: string;

  @Field()
  readonly name: string;

  @Field(() => [String])
  readonly redirectUris: string[];

  @Field(() => GraphQLISODateTime)
  readonly createdAt: Date;
}
