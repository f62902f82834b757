import type { OrganizationContext } from 'nestjs-authos-errors';
import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { BillingAddressDto } from './dto/billing-address.dto.js';
import type { ContactDto } from './dto/contact.dto.js';
import type { Tier } from './tiers.js';

@Entity('organizations')
export class Organization {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('text')
  slug: string;

  @Column('text')
  name: string;

  @Column('text')
  status: OrganizationContext['status'];

  @Column('text')
  tier: Tier;

  @Column('jsonb', { name: 'billing_address' })
  billingAddress: BillingAddressDto;

  @Column('jsonb')
  contacts: ContactDto[];

  @Column('text', { name: 'sso_metadata_url', nullable: true })
  ssoMetadataUrl: string | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}
