import { IsString, MaxLength } from 'class-validator';

export class LoginQuery {
  /** The slug of the organization. */
  @IsString()
  @MaxLength(63)
  readonly organization: string;
}
