import { IsISO31661Alpha2, IsString, Length } from 'class-validator';

export class BillingAddressDto {
  @IsString()
  @Length(1, 200)
  readonly street: string;

  @IsString()
  @Length(1, 100)
  readonly city: string;

  @IsString()
  @Length(1, 16)
  readonly postalCode: string;

  @IsISO31661Alpha2()
  readonly country: string;
}
