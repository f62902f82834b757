import { IsString, IsUUID } from 'class-validator';

export class RecordEntryDto {
  @IsUUID()
  readonly organizationId: string;

  @IsUUID()
  readonly actorId: string;

  @IsString()
  readonly action: string;

  @IsString()
  readonly detail: string;
}
