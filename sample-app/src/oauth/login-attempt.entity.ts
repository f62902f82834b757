import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody has been sent to the provider and has not come back yet. */
@Entity('oauth_login_attempts')
export class LoginAttempt {
  @PrimaryColumn('text')
  state: string;

  @Column('text')
  nonce: string;

  @Column('text', { name: 'code_verifier' })
  codeVerifier: string;

  /** The slug of the organization that the sign-in is for. */
  @Column('text')
  organization: string;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;
}
