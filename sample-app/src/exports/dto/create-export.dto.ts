import { IsIn, IsOptional, Matches, MaxLength } from 'class-validator';
import { EXPORT_FORMATS, type ExportFormat } from '../export-format.js';

export class CreateExportDto {
  @IsIn(EXPORT_FORMATS)
  readonly format: ExportFormat;

  /** Without the extension, which follows from the format. */
  @IsOptional()
  @Matches(/^[\w-]+$/, { message: '$property may hold letters, digits, - and _' })
  @MaxLength(255)
  readonly fileName?: string;
}
