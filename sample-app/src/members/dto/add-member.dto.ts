import { IsEmail, IsIn, IsString, Length } from 'class-validator';
import { type Role, ROLES } from '../../auth/role.js';

export class AddMemberDto {
  @IsEmail()
  readonly email: string;

  @IsString()
  @Length(1, 100)
  readonly name: string;

  @IsIn(ROLES)
  readonly role: Role;

  @IsString()
  @Length(12, 128)
  readonly password: string;
}
