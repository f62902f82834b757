import { IsNotEmpty, IsString, Matches, MaxLength } from 'class-validator';

export class SendNotificationDto {
  @Matches(/^\+[1-9]\d{6,14}$/, { message: '$property must be a phone number such as +15550100' })
  readonly to: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(480)
  readonly text: string;
}
