import { IsString, Length } from 'class-validator';

export class AcceptInvitationDto {
  @IsString()
  @Length(1, 100)
  readonly token: string;

  @IsString()
  @Length(1, 100)
  readonly name: string;

  @IsString()
  @Length(12, 128)
  readonly password: string;
}
