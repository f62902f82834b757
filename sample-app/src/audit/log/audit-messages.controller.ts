import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Page } from '../../database/page.interface.js';
import { AuditPattern } from '../audit-pattern.js';
import { AuditEntriesService } from './audit-entries.service.js';
import type { AuditEntry } from './audit-entry.entity.js';
import { FindEntriesDto } from './dto/find-entries.dto.js';
import { RecordEntryDto } from './dto/record-entry.dto.js';
import { SealLogDto } from './dto/seal-log.dto.js';

@Controller()
export class AuditMessagesController {
  constructor(private readonly entries: AuditEntriesService) {}

  @MessagePattern(AuditPattern.record)
  async record(@Payload() entry: RecordEntryDto): Promise<boolean> {
    await this.entries.record(entry);
    return true;
  }

  @MessagePattern(AuditPattern.findPage)
  findPage(@Payload() question: FindEntriesDto): Promise<Page<AuditEntry>> {
    return this.entries.findPage(question);
  }

  @MessagePattern(AuditPattern.seal)
  async seal(@Payload() seal: SealLogDto): Promise<boolean> {
    await this.entries.seal(seal);
    return true;
  }
}
