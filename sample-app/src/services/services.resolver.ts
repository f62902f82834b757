import { Args, ID, Mutation, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { RequireActiveOrganization } from 'nestjs-authos-errors';
import type { AuthenticatedUser } from '../auth/authenticated-user.interface.js';
import { CurrentUser } from '../auth/current-user.decorator.js';
import { Roles } from '../auth/roles.decorator.js';
import { PageQuery } from '../database/page-query.dto.js';
import type { Service } from '../generated/prisma/client.js';
import type { GraphQLContext } from '../graphql/graphql-context.js';
import { Organization } from '../organizations/organization.entity.js';
import { RegisterServiceDto } from './dto/register-service.dto.js';
import { type Registration, Registrations } from './registrations.js';
import { ServiceModel } from './service.model.js';
import { ServicesService } from './services.service.js';

const isOwn = (
  { serviceRegistered }: Registration,
  _variables: unknown,
  { req }: GraphQLContext,
): boolean => serviceRegistered.organizationId === req.user?.organizationId;

@Resolver(() => Organization)
@RequireActiveOrganization()
export class ServicesResolver {
  constructor(
    private readonly registry: ServicesService,
    private readonly registrations: Registrations,
  ) {}

  /** Without an active organization this field is refused, and the rest of the organization is still told. */
  @ResolveField(() => [ServiceModel], { nullable: true })
  async services(
    @CurrentUser() user: AuthenticatedUser,
    @Args() page: PageQuery,
  ): Promise<Service[]> {
    return (await this.registry.findPage(user, page)).items;
  }

  @Query(() => ServiceModel)
  service(
    @CurrentUser() user: AuthenticatedUser,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<Service> {
    return this.registry.find(user, id);
  }

  @Mutation(() => ServiceModel)
  @Roles('owner', 'admin')
  registerService(
    @CurrentUser() user: AuthenticatedUser,
    @Args('input') service: RegisterServiceDto,
  ): Promise<Service> {
    return this.registry.register(user, service);
  }

  @Subscription(() => ServiceModel, {
    description: 'The services that the organization of the caller registers from now on.',
    filter: isOwn,
  })
  serviceRegistered(): AsyncIterable<Registration> {
    return this.registrations.all();
  }
}
