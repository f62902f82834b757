import { IsEmail, IsIn, IsInt, Max, Min } from 'class-validator';

const INVITED_ROLES = ['admin', 'member'] as const;

export class InviteDto {
  @IsEmail()
  readonly email: string;

  @IsIn(INVITED_ROLES)
  readonly role: (typeof INVITED_ROLES)[number] = 'member';

  @IsInt()
  @Min(1)
  @Max(30)
  readonly expiresInDays: number = 7;
}
