import { Field, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, IsString, IsUrl, Length } from 'class-validator';

@InputType()
export class RegisterServiceDto {
  @Field()
  @IsString()
  @Length(1, 100)
  readonly name: string;

  @Field(() => [String])
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @IsUrl({ require_tld: false }, { each: true })
  readonly redirectUris: string[];
}
