import { IsString, Length } from 'class-validator';

export class RenameOrganizationDto {
  @IsString()
  @Length(1, 100)
  readonly name: string;
}
