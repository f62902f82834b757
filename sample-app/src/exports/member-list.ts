import type { Member } from '../members/member.entity.js';
import type { ExportFormat } from './export-format.js';
import { toCsv } from './to-csv.js';

const COLUMNS = ['email', 'name', 'role'] as const;

const WRITERS: Record<ExportFormat, (members: Member[]) => string> = {
  csv: (members) =>
    toCsv(
      COLUMNS,
      members.map((member) => COLUMNS.map((column) => member[column])),
    ),
  json: (members) => JSON.stringify(members, [...COLUMNS], 2),
};

export function writeMemberList(members: Member[], format: ExportFormat): string {
  return WRITERS[format](members);
}
