import { Args, ID, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { RequireActiveOrganization } from 'nestjs-authos-errors';
import type { AuthenticatedUser } from '../auth/authenticated-user.interface.js';
import { CurrentUser } from '../auth/current-user.decorator.js';
import { Roles } from '../auth/roles.decorator.js';
import { PageQuery } from '../database/page-query.dto.js';
import { Organization } from '../organizations/organization.entity.js';
import { AddMemberDto } from './dto/add-member.dto.js';
import { Member } from './member.entity.js';
import { MembersService } from './members.service.js';

@Resolver(() => Organization)
@RequireActiveOrganization()
export class MembersResolver {
  constructor(private readonly membership: MembersService) {}

  /** Without an active organization this field is refused, and the rest of the organization is still told. */
  @ResolveField(() => [Member], { nullable: true })
  async members(
    @CurrentUser() user: AuthenticatedUser,
    @Args() page: PageQuery,
  ): Promise<Member[]> {
    return (await this.membership.findPage(user, page)).items;
  }

  @Query(() => Member)
  member(
    @CurrentUser() user: AuthenticatedUser,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<Member> {
    return this.membership.find(user, id);
  }

  @Mutation(() => Member)
  @Roles('owner', 'admin')
  addMember(
    @CurrentUser() user: AuthenticatedUser,
    @Args('input') member: AddMemberDto,
  ): Promise<Member> {
    return this.membership.add(user, member);
  }
}
