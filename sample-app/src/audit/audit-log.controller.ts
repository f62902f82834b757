import { Controller, Get, HttpCode, HttpStatus, Post, Query } from '@nestjs/common';
import { RequireFeature } from 'nestjs-authos-errors';
import { ApiAuthOsErrors } from 'nestjs-authos-errors/swagger';
import type { AuthenticatedUser } from '../auth/authenticated-user.interface.js';
import { CurrentUser } from '../auth/current-user.decorator.js';
import { Roles } from '../auth/roles.decorator.js';
import type { Page } from '../database/page.interface.js';
import { PageQuery } from '../database/page-query.dto.js';
import type { AuditEntry } from './log/audit-entry.entity.js';
import { AuditService } from './audit.service.js';

@Controller('audit-log')
@ApiAuthOsErrors('DATABASE_ERROR')
export class AuditLogController {
  constructor(private readonly audit: AuditService) {}

  @Get()
  @Roles('owner', 'admin')
  @RequireFeature('audit-log')
  findPage(
    @CurrentUser() user: AuthenticatedUser,
    @Query() query: PageQuery,
  ): Promise<Page<AuditEntry>> {
    return this.audit.findPage(user, query);
  }

  @Post('seal')
  @Roles('owner')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiAuthOsErrors('DUPLICATE_CONSTRAINT')
  seal(@CurrentUser() user: AuthenticatedUser): Promise<void> {
    return this.audit.seal(user);
  }
}
