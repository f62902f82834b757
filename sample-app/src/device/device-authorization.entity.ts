import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('device_authorizations')
export class DeviceAuthorization {
  @PrimaryColumn('text', { name: 'device_code' })
  deviceCode: string;

  @Column('text', { name: 'user_code' })
  userCode: string;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  /** The member who approved it, and as whom the device signs in. */
  @Column('uuid', { name: 'approved_by', nullable: true })
  approvedBy: string | null;
}
