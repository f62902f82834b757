import { Module } from '@nestjs/common';
import { AuditDatabaseServer } from './audit-database-server.js';

@Module({ providers: [AuditDatabaseServer], exports: [AuditDatabaseServer] })
export class AuditDatabaseServerModule {}
