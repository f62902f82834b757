import { IsEmail, IsIn } from 'class-validator';

const PURPOSES = ['billing', 'security', 'technical'] as const;

export class ContactDto {
  @IsIn(PURPOSES)
  readonly purpose: (typeof PURPOSES)[number];

  @IsEmail()
  readonly email: string;
}
