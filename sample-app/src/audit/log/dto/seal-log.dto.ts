import { IsUUID } from 'class-validator';

export class SealLogDto {
  @IsUUID()
  readonly organizationId: string;

  @IsUUID()
  readonly sealedBy: string;
}
