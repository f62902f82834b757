import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { AuthOsException } from 'nestjs-authos-errors';
import type { EntityManager } from 'typeorm';
import type { Page } from '../../database/page.interface.js';
import { AuditEntry } from './audit-entry.entity.js';
import { AuditSeal } from './audit-seal.entity.js';
import type { FindEntriesDto } from './dto/find-entries.dto.js';
import type { RecordEntryDto } from './dto/record-entry.dto.js';
import type { SealLogDto } from './dto/seal-log.dto.js';

@Injectable()
export class AuditEntriesService {
  constructor(@InjectEntityManager('audit') private readonly manager: EntityManager) {}

  async record(entry: RecordEntryDto): Promise<void> {
    try {
      await this.manager.insert(AuditEntry, entry);
    } catch (cause) {
      throw new AuthOsException('AUDIT_ERROR', undefined, { cause });
    }
  }

  async findPage({ organizationId, window }: FindEntriesDto): Promise<Page<AuditEntry>> {
    const [items, total] = await this.manager.findAndCount(AuditEntry, {
      where: { organizationId },
      order: { createdAt: 'DESC', id: 'DESC' },
      ...window,
    });
    return { items, total };
  }

  async seal(seal: SealLogDto): Promise<void> {
    await this.manager.insert(AuditSeal, seal);
  }
}
