import { randomUUID } from 'node:crypto';
import { extname } from 'node:path';
import { Injectable, StreamableFile } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import type { AuthenticatedUser } from '../auth/authenticated-user.interface.js';
import { Member } from '../members/member.entity.js';
import type { CreateExportDto } from './dto/create-export.dto.js';
import { ExportFile } from './export-file.entity.js';
import { ExportStorage } from './export-storage.js';
import { writeMemberList } from './member-list.js';

@Injectable()
export class ExportsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
    private readonly storage: ExportStorage,
  ) {}

  create(
    { id, organizationId }: AuthenticatedUser,
    { format, fileName = `members-${randomUUID()}` }: CreateExportDto,
  ): Promise<ExportFile> {
    return this.dataSource.transaction(async (manager) => {
      const file = manager.create(ExportFile, { organizationId, name: `${fileName}.${format}` });
      await manager.insert(ExportFile, file);
      const members = await manager.findBy(Member, { organizationId });
      await this.storage.write(file, writeMemberList(members, format));
      const entry = { organizationId, actorId: id, action: 'members.exported', detail: file.name };
      try {
        await this.audit.record(entry);
      } catch (error) {
        await this.storage.remove(file);
        throw error;
      }
      return file;
    });
  }

  async download({ organizationId }: AuthenticatedUser, id: string): Promise<StreamableFile> {
    const { manager } = this.dataSource;
    const file = await manager.findOneByOrFail(ExportFile, { id, organizationId });
    // Opened before the response starts: from then on an error could not be told any more.
    const handle = await this.storage.open(file);
    return new StreamableFile(handle.createReadStream(), {
      type: extname(file.name) === '.csv' ? 'text/csv; charset=utf-8' : 'application/json',
      disposition: `attachment; filename="${file.name}"`,
    });
  }
}
