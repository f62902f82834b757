import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsDefined,
  IsIn,
  IsString,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { type Tier, TIER_NAMES } from '../tiers.js';
import { BillingAddressDto } from './billing-address.dto.js';
import { ContactDto } from './contact.dto.js';
import { OwnerDto } from './owner.dto.js';

export class SignUpDto {
  @IsString()
  @Length(1, 100)
  readonly name: string;

  @Matches(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, {
    message: '$property must be 1 to 63 lower-case letters, digits and inner hyphens',
  })
  readonly slug: string;

  @IsIn(TIER_NAMES)
  readonly tier: Tier = 'free';

  @IsDefined()
  @ValidateNested()
  @Type(() => BillingAddressDto)
  readonly billingAddress: BillingAddressDto;

  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => ContactDto)
  readonly contacts: ContactDto[] = [];

  @IsDefined()
  @ValidateNested()
  @Type(() => OwnerDto)
  readonly owner: OwnerDto;
}
