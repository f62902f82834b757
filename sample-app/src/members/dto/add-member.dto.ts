import { Field, InputType } from '@nestjs/graphql';
import { IsEmail, IsIn, IsString, Length } from 'class-validator';
import { type Role, ROLES } from '../../auth/role.js';

@InputType()
export class AddMemberDto {
  @Field()
  @IsEmail()
  readonly email: string;

  @Field()
  @IsString()
  @Length(1, 100)
  readonly name: string;

  @Field(() => String)
  @IsIn(ROLES)
  readonly role: Role;

  @Field()
  @IsString()
  @Length(12, 128)
  readonly password: string;
}
