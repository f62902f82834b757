import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module.js';
import { Member } from '../members/member.entity.js';
import { ExportFile } from './export-file.entity.js';
import { ExportStorage } from './export-storage.js';
import { ExportsController } from './exports.controller.js';
import { ExportsService } from './exports.service.js';

@Module({
  imports: [AuditModule, TypeOrmModule.forFeature([ExportFile, Member])],
  controllers: [ExportsController],
  providers: [ExportsService, ExportStorage],
})
export class ExportsModule {}
