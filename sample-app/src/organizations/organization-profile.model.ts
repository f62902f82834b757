import { Field, ObjectType } from '@nestjs/graphql';
import type { OrganizationProfile } from './organization-profile.interface.js';

@ObjectType('OrganizationProfile')
export class OrganizationProfileModel implements OrganizationProfile {
  @Field()
  readonly slug: string;

  @Field()
  readonly name: string;
}
