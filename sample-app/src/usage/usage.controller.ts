import { Controller, Get } from '@nestjs/common';
import { RequireActiveOrganization } from 'nestjs-authos-errors';
import { ApiAuthOsErrors } from 'nestjs-authos-errors/swagger';
import type { AuthenticatedUser } from '../auth/authenticated-user.interface.js';
import { CurrentUser } from '../auth/current-user.decorator.js';
import type { UsageReport } from './usage-report.interface.js';
import { UsageService } from './usage.service.js';

@Controller('usage')
@RequireActiveOrganization()
@ApiAuthOsErrors('DATABASE_ERROR')
export class UsageController {
  constructor(private readonly usage: UsageService) {}

  @Get()
  report(@CurrentUser() user: AuthenticatedUser): Promise<UsageReport[]> {
    return this.usage.report(user);
  }
}
