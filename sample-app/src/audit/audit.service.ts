import { Injectable } from '@nestjs/common';
import type { AuthenticatedUser } from '../auth/authenticated-user.interface.js';
import type { Page } from '../database/page.interface.js';
import type { PageQuery } from '../database/page-query.dto.js';
import { AuditClient } from './audit-client.js';
import { AuditPattern } from './audit-pattern.js';
import type { AuditEntry } from './log/audit-entry.entity.js';
import type { FindEntriesDto } from './log/dto/find-entries.dto.js';
import type { RecordEntryDto } from './log/dto/record-entry.dto.js';
import type { SealLogDto } from './log/dto/seal-log.dto.js';

@Injectable()
export class AuditService {
  constructor(private readonly client: AuditClient) {}

  /**
   * Comes last in a transaction: an action that cannot be recorded is undone. The log may hold one that was undone
   * because its commit failed or the answer came too late, but never misses one that happened.
   */
  async record(entry: RecordEntryDto): Promise<void> {
    await this.client.ask<boolean>(AuditPattern.record, entry);
  }

  findPage(
    { organizationId }: AuthenticatedUser,
    { page, limit }: PageQuery,
  ): Promise<Page<AuditEntry>> {
    const question: Omit<FindEntriesDto, 'window'> = { organizationId, page, limit };
    return this.client.ask(AuditPattern.findPage, question);
  }

  async seal({ id, organizationId }: AuthenticatedUser): Promise<void> {
    const question: SealLogDto = { organizationId, sealedBy: id };
    await this.client.ask<boolean>(AuditPattern.seal, question);
  }
}
