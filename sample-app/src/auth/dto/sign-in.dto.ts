import { IsEmail, IsString, MaxLength } from 'class-validator';

export class SignInDto {
  /** The slug of the organization. */
  @IsString()
  @MaxLength(63)
  readonly organization: string;

  @IsEmail()
  readonly email: string;

  @IsString()
  @MaxLength(128)
  readonly password: string;
}
