import {
  Args,
  Directive,
  Field,
  ID,
  Int,
  Mutation,
  ObjectType,
  Query,
  ResolveField,
  ResolveReference,
  Resolver,
} from '@nestjs/graphql';
import { thrownNamed } from '../thrown-values.js';

@ObjectType()
@Directive('@key(fields: "id")')
export class Plan {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { nullable: true })
  price?: number | null;

  @Field(() => [Int], { nullable: 'itemsAndList' })
  prices?: unknown[];

  @Field(() => String)
  never!: string;
}

/** Throws and returns values of the table, wherever a resolver can. */
@Resolver(() => Plan)
export class PlansResolver {
  @Query(() => Plan, { nullable: true })
  plan(): object {
    return { id: 'gold', prices: [1, 'secret hunter2', 3], price: 'hunter2' };
  }

  @Query(() => Int, { nullable: true })
  thrown(@Args('name') name: string): never {
    throw thrownNamed(name);
  }

  @Query(() => Int, { nullable: true })
  async rejected(@Args('name') name: string): Promise<never> {
    await Promise.resolve();
    throw thrownNamed(name);
  }

  @Mutation(() => Int, { nullable: true })
  change(@Args('name') name: string): never {
    throw thrownNamed(name);
  }

  @Query(() => Int, { nullable: true })
  returned(@Args('name') name: string): unknown {
    return thrownNamed(name);
  }

  @ResolveField(() => Int, { nullable: true })
  thrownByField(@Args('name') name: string): never {
    throw thrownNamed(name);
  }

  @ResolveReference()
  resolveReference({ id }: { id: string }): never {
    throw thrownNamed(id);
  }
}
