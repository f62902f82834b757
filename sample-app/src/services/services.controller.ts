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
import { Roles } from '../auth/roles.decorator.js';
import type { Page } from '../database/page.interface.js';
import { PageQuery } from '../database/page-query.dto.js';
import type { Service } from '../generated/prisma/client.js';
import { RegisterServiceDto } from './dto/register-service.dto.js';
import { ServicesService } from './services.service.js';

@Controller('services')
@RequireActiveOrganization()
@ApiAuthOsErrors('DATABASE_ERROR')
export class ServicesController {
  constructor(private readonly services: ServicesService) {}

  @Get()
  findPage(
    @CurrentUser() user: AuthenticatedUser,
    @Query() query: PageQuery,
  ): Promise<Page<Service>> {
    return this.services.findPage(user, query);
  }

  @Get(':id')
  @ApiAuthOsErrors('NOT_FOUND')
  find(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<Service> {
    return this.services.find(user, id);
  }

  @Post()
  @Roles('owner', 'admin')
  @ApiAuthOsErrors('SERVICE_LIMIT_EXCEEDED', 'DUPLICATE_CONSTRAINT')
  register(
    @CurrentUser() user: AuthenticatedUser,
    @Body() service: RegisterServiceDto,
  ): Promise<Service> {
    return this.services.register(user, service);
  }

  @Delete(':id')
  @Roles('owner', 'admin')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiAuthOsErrors('NOT_FOUND')
  remove(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<void> {
    return this.services.remove(user, id);
  }
}
