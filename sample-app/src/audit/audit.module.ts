import { Module } from '@nestjs/common';
import { AuditClient } from './audit-client.js';
import { AuditLogController } from './audit-log.controller.js';
import { AuditService } from './audit.service.js';

/** The application's side of the audit log. */
@Module({
  controllers: [AuditLogController],
  providers: [AuditClient, AuditService],
  exports: [AuditService],
})
export class AuditModule {}
