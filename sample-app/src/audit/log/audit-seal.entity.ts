import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** Ends an audit log for good, as for a legal hold: the database refuses every entry after it. */
@Entity('audit_seals')
export class AuditSeal {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'sealed_by' })
  sealedBy: string;

  @CreateDateColumn({ name: 'sealed_at', type: 'timestamptz' })
  sealedAt: Date;
}
