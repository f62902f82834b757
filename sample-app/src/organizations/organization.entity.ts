import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { OrganizationContext } from 'nestjs-authos-errors';
import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { BillingAddressDto } from './dto/billing-address.dto.js';
import type { ContactDto } from './dto/contact.dto.js';
import type { Tier } from './tiers.js';

@ObjectType()
@Entity('organizations')
export class Organization {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Field()
  @Column('text')
  slug: string;

  @Field()
  @Column('text')
  name: string;

  @Field(() => String)
  @Column('text')
  status: OrganizationContext['status'];

  @Field(() => String)
  @Column('text')
  tier: Tier;

  @Column('jsonb', { name: 'billing_address' })
  billingAddress: BillingAddressDto;

  @Column('jsonb')
  contacts: ContactDto[];

  @Column('text', { name: 'sso_metadata_url', nullable: true })
  ssoMetadataUrl: string | null;

  @Field()
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}
