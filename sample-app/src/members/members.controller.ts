import {
  Body,
  ClassSerializerInterceptor,
  Controller,
  Get,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  UseInterceptors,
} from '@nestjs/common';
import { RequireActiveOrganization } from 'nestjs-authos-errors';
import { ApiAuthOsErrors } from 'nestjs-authos-errors/swagger';
import type { AuthenticatedUser } from '../auth/authenticated-user.interface.js';
import { CurrentUser } from '../auth/current-user.decorator.js';
import { Roles } from '../auth/roles.decorator.js';
import type { Page } from '../database/page.interface.js';
import { PageQuery } from '../database/page-query.dto.js';
import { AddMemberDto } from './dto/add-member.dto.js';
import type { Member } from './member.entity.js';
import { MembersService } from './members.service.js';

@Controller('members')
@RequireActiveOrganization()
@UseInterceptors(ClassSerializerInterceptor)
@ApiAuthOsErrors('DATABASE_ERROR')
export class MembersController {
  constructor(private readonly members: MembersService) {}

  @Get()
  findPage(
    @CurrentUser() user: AuthenticatedUser,
    @Query() query: PageQuery,
  ): Promise<Page<Member>> {
    return this.members.findPage(user, query);
  }

  @Get(':id')
  @ApiAuthOsErrors('NOT_FOUND')
  find(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<Member> {
    return this.members.find(user, id);
  }

  @Post()
  @Roles('owner', 'admin')
  @ApiAuthOsErrors('TEAM_LIMIT_EXCEEDED', 'DUPLICATE_CONSTRAINT', 'AUDIT_ERROR')
  add(@CurrentUser() user: AuthenticatedUser, @Body() member: AddMemberDto): Promise<Member> {
    return this.members.add(user, member);
  }
}
