import { IsNotEmpty, IsString, MaxLength } from 'class-validator';

export class PollDeviceTokenDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(128)
  readonly device_code: string;
}
