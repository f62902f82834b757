import { IsEmail, IsString, Length } from 'class-validator';

export class OwnerDto {
  @IsEmail()
  readonly email: string;

  @IsString()
  @Length(1, 100)
  readonly name: string;

  @IsString()
  @Length(12, 128)
  readonly password: string;
}
