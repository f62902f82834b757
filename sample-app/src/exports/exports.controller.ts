import {
  Body,
  Controller,
  Get,
  Param,
  ParseUUIDPipe,
  Post,
  type StreamableFile,
} from '@nestjs/common';
import { RequireActiveOrganization } from 'nestjs-authos-errors';
import { ApiAuthOsErrors } from 'nestjs-authos-errors/swagger';
import type { AuthenticatedUser } from '../auth/authenticated-user.interface.js';
import { CurrentUser } from '../auth/current-user.decorator.js';
import { Roles } from '../auth/roles.decorator.js';
import { CreateExportDto } from './dto/create-export.dto.js';
import type { ExportFile } from './export-file.entity.js';
import { ExportsService } from './exports.service.js';

@Controller('exports')
@RequireActiveOrganization()
@Roles('owner', 'admin')
@ApiAuthOsErrors('DATABASE_ERROR', 'IO_ERROR')
export class ExportsController {
  constructor(private readonly exports: ExportsService) {}

  @Post()
  @ApiAuthOsErrors('DUPLICATE_CONSTRAINT', 'AUDIT_ERROR')
  create(
    @CurrentUser() user: AuthenticatedUser,
    @Body() request: CreateExportDto,
  ): Promise<ExportFile> {
    return this.exports.create(user, request);
  }

  @Get(':id')
  @ApiAuthOsErrors('NOT_FOUND')
  download(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    return this.exports.download(user, id);
  }
}
