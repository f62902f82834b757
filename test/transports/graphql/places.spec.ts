import {
  type ArgumentsHost,
  Catch,
  ConflictException,
  type ExceptionFilter,
  type ExecutionContext,
  ForbiddenException,
  NotFoundException,
  UseFilters,
  UseGuards,
  UsePipes,
  ValidationPipe,
} from '@nestjs/common';
import { Args, Field, InputType, Int, Query, Resolver } from '@nestjs/graphql';
import { IsEmail } from 'class-validator';
import {
  type AuthOsErrorCode,
  type OrganizationContext,
  RequireActiveOrganization,
  RequireFeature,
  SkipAuthOsErrors,
} from 'nestjs-authos-errors';
import { SECRET } from '../../support/expect-failure.js';
import { ClosedGuard, ThrowingFilter } from '../places.js';
import { expectError, type GraphQLErrorJson } from './expect-error.js';
import { type RunningGraphQL, SERVERS, startGraphQL } from './graphql-servers.js';

@Catch(NotFoundException)
class OwnFilter implements ExceptionFilter {
  catch(_error: NotFoundException, _host: ArgumentsHost): Error {
    return new Error('Own words.');
  }
}

@InputType()
class Invitation {
  @Field()
  @IsEmail()
  email!: string;
}

@Resolver()
class PlacesResolver {
  @UseGuards(ClosedGuard)
  @Query(() => Int, { nullable: true })
  closed(): number {
    return 1;
  }

  @UsePipes(new ValidationPipe())
  @Query(() => Int, { nullable: true })
  invite(@Args('invitation') _invitation: Invitation): number {
    return 1;
  }

  @RequireActiveOrganization()
  @Query(() => Int, { nullable: true })
  organization(): number {
    return 1;
  }

  @RequireFeature('sso')
  @Query(() => Int, { nullable: true })
  feature(): number {
    return 1;
  }

  @UseFilters(OwnFilter)
  @Query(() => Int, { nullable: true })
  own(): never {
    throw new NotFoundException(SECRET);
  }

  @UseFilters(ThrowingFilter)
  @Query(() => Int, { nullable: true })
  throwing(): never {
    throw new ConflictException(SECRET);
  }

  @SkipAuthOsErrors()
  @Query(() => Int, { nullable: true })
  left(): never {
    throw new ForbiddenException('Only owners may do that.');
  }
}

describe.each(SERVERS)('on $name', (server) => {
  let running: RunningGraphQL;
  let organization: OrganizationContext;
  const seen: ExecutionContext[] = [];

  beforeAll(async () => {
    running = await startGraphQL(server, {
      providers: [PlacesResolver],
      authos: {
        tiers: { free: [], pro: ['sso'] },
        resolveOrganization: (context) => {
          seen.push(context);
          return organization;
        },
      },
    });
  });

  afterAll(() => running.app.close());

  beforeEach(() => {
    (running.logger.lines as unknown[]).length = 0;
  });

  const errorOf = async (query: string): Promise<GraphQLErrorJson | undefined> => {
    const { body } = await running.ask(query);
    return (body as { errors?: GraphQLErrorJson[] }).errors?.[0];
  };

  it.each<[string, string, AuthOsErrorCode, string | undefined]>([
    ['a closed guard', '{ closed }', 'FORBIDDEN', 'Forbidden resource'],
    [
      'a validation',
      '{ invite(invitation: { email: "x" }) }',
      'BAD_REQUEST',
      'email must be an email',
    ],
    ['a filter that throws', '{ throwing }', 'INTERNAL_SERVER_ERROR', undefined],
  ])('answers for %s', async (_what, query, code, text) => {
    expectError(await errorOf(query), { code, text, path: [expect.any(String)] });
    expect(running.logger.lines).toHaveLength(1);
  });

  it.each<[string, OrganizationContext, AuthOsErrorCode]>([
    ['organization', { status: 'suspended' }, 'ORGANIZATION_NOT_ACTIVE'],
    ['feature', { status: 'active', tier: 'free' }, 'FEATURE_NOT_AVAILABLE_IN_TIER'],
  ])('answers for the guard of %s', async (field, refused, code) => {
    organization = refused;
    expectError(await errorOf(`{ ${field} }`), { code, path: [field] });
    expect(seen.at(-1)?.getType()).toBe('graphql');
    organization = { status: 'active', tier: 'pro' };
    expect(await errorOf(`{ ${field} }`)).toBeUndefined();
  });

  it('asks the filters of the application first', async () => {
    expect(await errorOf('{ own }')).toMatchObject({ message: 'Own words.', path: ['own'] });
    expect(running.logger.lines).toEqual([]);
  });

  it('leaves to Nest what is skipped', async () => {
    const error = await errorOf('{ left }');
    expect(error?.message).toBe('Only owners may do that.');
    expect(error?.extensions?.error_code).toBeUndefined();
    expect(running.logger.lines).toEqual([]);
  });
});

it.each(SERVERS)('two applications share one configuration on $name', async (server) => {
  const sold = (text: string) => ({
    mappers: [() => ({ code: 'NOT_FOUND' as const, message: text })],
  });
  const graphql = {};
  const first = await startGraphQL(server, {
    providers: [PlacesResolver],
    graphql,
    authos: sold('Sold to A.'),
  });
  const second = await startGraphQL(server, {
    providers: [PlacesResolver],
    graphql,
    authos: sold('Sold to B.'),
  });
  for (const [running, text] of [
    [first, 'Sold to A.'],
    [second, 'Sold to B.'],
  ] as const) {
    const { body } = await running.ask('{ closed }');
    expectError((body as { errors: GraphQLErrorJson[] }).errors[0], {
      code: 'NOT_FOUND',
      text,
      path: ['closed'],
    });
    await running.app.close();
  }
});
