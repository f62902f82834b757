import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { dataSourceOptions } from '../../database/data-source-options.js';
import { migratedDataSource } from '../../database/migrated-data-source.js';
import { AuditDatabaseServer } from './audit-database-server.js';
import { AuditDatabaseServerModule } from './audit-database-server.module.js';
import { AuditEntriesService } from './audit-entries.service.js';
import { AuditEntry } from './audit-entry.entity.js';
import { AuditMessagesController } from './audit-messages.controller.js';
import { AuditSeal } from './audit-seal.entity.js';

/** The audit log itself: a microservice with its own database, in the application's process or in one of its own. */
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      name: 'audit',
      imports: [AuditDatabaseServerModule],
      inject: [AuditDatabaseServer],
      useFactory: dataSourceOptions,
      dataSourceFactory: migratedDataSource('audit'),
    }),
    TypeOrmModule.forFeature([AuditEntry, AuditSeal], 'audit'),
  ],
  controllers: [AuditMessagesController],
  providers: [AuditEntriesService],
})
export class AuditLogModule {}
