import { type FileHandle, mkdir, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';
import type { ExportFile } from './export-file.entity.js';

/** One directory per organization under EXPORT_DIR. */
@Injectable()
export class ExportStorage {
  constructor(private readonly config: AppConfig) {}

  async write({ organizationId, name }: ExportFile, content: string): Promise<void> {
    const directory = join(this.config.EXPORT_DIR, organizationId);
    await mkdir(directory, { recursive: true });
    await writeFile(join(directory, name), content);
  }

  open({ organizationId, name }: ExportFile): Promise<FileHandle> {
    return open(join(this.config.EXPORT_DIR, organizationId, name));
  }
}
