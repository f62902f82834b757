import { type FileHandle, mkdir, open, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';
import type { ExportFile } from './export-file.entity.js';

/** One directory per organization under EXPORT_DIR. */
@Injectable()
export class ExportStorage {
  constructor(private readonly config: AppConfig) {}

  async write(file: ExportFile, content: string): Promise<void> {
    const path = this.pathOf(file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }

  remove(file: ExportFile): Promise<void> {
    return rm(this.pathOf(file), { force: true });
  }

  open(file: ExportFile): Promise<FileHandle> {
    return open(this.pathOf(file));
  }

  private pathOf({ organizationId, name }: ExportFile): string {
    return join(this.config.EXPORT_DIR, organizationId, name);
  }
}
