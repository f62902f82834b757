import { ArrayMaxSize, ArrayMinSize, IsString, IsUrl, Length } from 'class-validator';

export class RegisterServiceDto {
  @IsString()
  @Length(1, 100)
  readonly name: string;

  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @IsUrl({ require_tld: false }, { each: true })
  readonly redirectUris: string[];
}
