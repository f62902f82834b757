import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  HttpStatus,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
} from '@nestjs/common';
import { RequireActiveOrganization } from 'nestjs-authos-errors';
import { ApiAuthOsErrors } from 'nestjs-authos-errors/swagger';
import type { AuthenticatedUser } from '../auth/authenticated-user.interface.js';
import { CurrentUser } from '../auth/current-user.decorator.js';
import { Public } from '../auth/public.decorator.js';
import { Roles } from '../auth/roles.decorator.js';
import type { Page } from '../database/page.interface.js';
import { PageQuery } from '../database/page-query.dto.js';
import { AcceptInvitationDto } from './dto/accept-invitation.dto.js';
import { InviteDto } from './dto/invite.dto.js';
import type { AcceptedInvitation, Invitation, NewInvitation } from './invitation.interface.js';
import { InvitationsService } from './invitations.service.js';

@Controller('invitations')
@ApiAuthOsErrors('DATABASE_ERROR')
export class InvitationsController {
  constructor(private readonly invitations: InvitationsService) {}

  @Get()
  @Roles('owner', 'admin')
  findPage(
    @CurrentUser() user: AuthenticatedUser,
    @Query() query: PageQuery,
  ): Promise<Page<Invitation>> {
    return this.invitations.findPage(user, query);
  }

  @Post()
  @Roles('owner', 'admin')
  @RequireActiveOrganization()
  @ApiAuthOsErrors('DUPLICATE_CONSTRAINT')
  invite(
    @CurrentUser() user: AuthenticatedUser,
    @Body() invitation: InviteDto,
  ): Promise<NewInvitation> {
    return this.invitations.invite(user, invitation);
  }

  @Public()
  @Post('accept')
  @ApiAuthOsErrors('NOT_FOUND', 'INVITATION_EXPIRED', 'TEAM_LIMIT_EXCEEDED', 'DUPLICATE_CONSTRAINT')
  accept(@Body() acceptance: AcceptInvitationDto): Promise<AcceptedInvitation> {
    return this.invitations.accept(acceptance);
  }

  @Delete(':id')
  @Roles('owner', 'admin')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiAuthOsErrors('NOT_FOUND')
  revoke(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<void> {
    return this.invitations.revoke(user, id);
  }
}
