import { BadRequestException, Injectable, UnauthorizedException } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { randomNonce, randomPKCECodeVerifier, randomState } from 'openid-client';
import { MoreThan, type Repository } from 'typeorm';
import type { AccessToken } from '../auth/access-token.interface.js';
import { AccessTokenService } from '../auth/access-token.service.js';
import { Member } from '../members/member.entity.js';
import { LoginAttempt } from './login-attempt.entity.js';
import { OpenIdProvider } from './openid-provider.js';

const ATTEMPT_MILLISECONDS = 10 * 60 * 1000;

@Injectable()
export class OAuthService {
  constructor(
    @InjectRepository(LoginAttempt) private readonly attempts: Repository<LoginAttempt>,
    @InjectRepository(Member) private readonly members: Repository<Member>,
    private readonly provider: OpenIdProvider,
    private readonly accessTokens: AccessTokenService,
  ) {}

  async start(organization: string): Promise<{ state: string; url: string }> {
    const attempt = this.attempts.create({
      state: randomState(),
      nonce: randomNonce(),
      codeVerifier: randomPKCECodeVerifier(),
      organization,
      expiresAt: new Date(Date.now() + ATTEMPT_MILLISECONDS),
    });
    const url = await this.provider.authorizationUrl(attempt);
    await this.attempts.insert(attempt);
    return { state: attempt.state, url };
  }

  async finish(callback: URLSearchParams, browserState?: string): Promise<AccessToken> {
    const attempt = await this.takeAttempt(callback.get('state'), browserState);
    const claims = await this.provider.exchangeCode(callback, attempt);
    const member =
      claims?.email_verified === true && typeof claims.email === 'string'
        ? await this.members.findOneBy({
            email: claims.email,
            organization: { slug: attempt.organization },
          })
        : null;
    if (!member) {
      throw new UnauthorizedException('Nobody with this account is a member of the organization.');
    }
    return this.accessTokens.issue(member);
  }

  /** Only the browser that started a sign-in finishes it, once, and while it is fresh. */
  private async takeAttempt(state: string | null, browserState?: string): Promise<LoginAttempt> {
    if (state && state === browserState) {
      const attempt = await this.attempts.findOneBy({ state, expiresAt: MoreThan(new Date()) });
      const { affected } = await this.attempts.delete({ state });
      if (attempt && affected === 1) return attempt;
    }
    throw new BadRequestException('This sign-in was not started here, or it took too long.');
  }
}
