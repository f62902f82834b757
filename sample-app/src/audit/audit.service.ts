import { Injectable } from '@nestjs/common';
import { AuthOsException } from 'nestjs-authos-errors';
import { DataSource, type EntityManager } from 'typeorm';
import type { AuthenticatedUser } from '../auth/authenticated-user.interface.js';
import type { Page } from '../database/page.interface.js';
import type { PageQuery } from '../database/page-query.dto.js';
import { AuditEntry } from './audit-entry.entity.js';
import { AuditSeal } from './audit-seal.entity.js';

export type NewAuditEntry = Pick<AuditEntry, 'organizationId' | 'actorId' | 'action' | 'detail'>;

@Injectable()
export class AuditService {
  constructor(private readonly dataSource: DataSource) {}

  /** Takes the caller's manager: an action that cannot be recorded must not happen either. */
  async record(manager: EntityManager, entry: NewAuditEntry): Promise<void> {
    try {
      await manager.insert(AuditEntry, entry);
    } catch (cause) {
      throw new AuthOsException('AUDIT_ERROR', undefined, { cause });
    }
  }

  async findPage(
    { organizationId }: AuthenticatedUser,
    query: PageQuery,
  ): Promise<Page<AuditEntry>> {
    const [items, total] = await this.dataSource.manager.findAndCount(AuditEntry, {
      where: { organizationId },
      order: { createdAt: 'DESC', id: 'DESC' },
      ...query.window,
    });
    return { items, total };
  }

  async seal({ id, organizationId }: AuthenticatedUser): Promise<void> {
    await this.dataSource.manager.insert(AuditSeal, { organizationId, sealedBy: id });
  }
}
