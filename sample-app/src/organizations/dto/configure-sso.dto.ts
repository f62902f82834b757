import { IsUrl } from 'class-validator';

export class ConfigureSsoDto {
  @IsUrl({ protocols: ['https'], require_protocol: true })
  readonly metadataUrl: string;
}
