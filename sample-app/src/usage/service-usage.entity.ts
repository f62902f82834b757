import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('service_usage')
export class ServiceUsage {
  @PrimaryColumn('uuid', { name: 'service_id' })
  serviceId: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  /** Sign-ins of the current month. */
  @Column('integer', { name: 'sign_ins' })
  signIns: number;

  @Column('jsonb')
  settings: { quota: { signInsPerMonth: number } };
}
