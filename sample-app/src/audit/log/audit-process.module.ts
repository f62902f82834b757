import { Module } from '@nestjs/common';
import { AuthOsErrorsModule } from 'nestjs-authos-errors';
import { AppConfigModule } from '../../config/app-config.module.js';
import { AuditLogModule } from './audit-log.module.js';

/** The audit log in a process of its own. */
@Module({ imports: [AppConfigModule, AuthOsErrorsModule, AuditLogModule] })
export class AuditProcessModule {}
