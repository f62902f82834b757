import { IsUUID } from 'class-validator';
import { PageQuery } from '../../../database/page-query.dto.js';

export class FindEntriesDto extends PageQuery {
  @IsUUID()
  readonly organizationId: string;
}
