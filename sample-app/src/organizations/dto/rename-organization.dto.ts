import { Field, InputType } from '@nestjs/graphql';
import { IsString, Length } from 'class-validator';

@InputType()
export class RenameOrganizationDto {
  @Field()
  @IsString()
  @Length(1, 100)
  readonly name: string;
}
