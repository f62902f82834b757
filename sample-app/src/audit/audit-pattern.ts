/** What the audit log is asked for. */
export const AuditPattern = {
  record: 'audit.record',
  findPage: 'audit.find-page',
  seal: 'audit.seal',
} as const;

export type AuditPattern = (typeof AuditPattern)[keyof typeof AuditPattern];
