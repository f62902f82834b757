import { Injectable } from '@nestjs/common';
import { AuthOsException } from 'nestjs-authos-errors';
import * as openid from 'openid-client';
import { AppConfig } from '../config/app-config.js';
import { PublicUrl } from '../config/public-url.js';
import type { LoginAttempt } from './login-attempt.entity.js';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** The OpenID provider that people sign in with. */
@Injectable()
export class OpenIdProvider {
  private discovered?: openid.Configuration;

  constructor(
    private readonly config: AppConfig,
    private readonly publicUrl: PublicUrl,
  ) {}

  async authorizationUrl({ state, nonce, codeVerifier }: LoginAttempt): Promise<string> {
    const url = openid.buildAuthorizationUrl(await this.configuration(), {
      redirect_uri: this.redirectUri().href,
      scope: 'openid email',
      state,
      nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
    });
    return url.href;
  }

  async exchangeCode(
    callback: URLSearchParams,
    { state, nonce, codeVerifier }: LoginAttempt,
  ): Promise<openid.IDToken | undefined> {
    const url = this.redirectUri();
    url.search = callback.toString();
    const tokens = await openid.authorizationCodeGrant(await this.configuration(), url, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: codeVerifier,
      idTokenExpected: true,
    });
    return tokens.claims();
  }

  /** Discovery waits for the first sign-in, so that the application starts while the provider is down. */
  private async configuration(): Promise<openid.Configuration> {
    const { OAUTH_ISSUER, OAUTH_CLIENT_ID, OAUTH_CLIENT_SECRET } = this.config;
    if (!OAUTH_ISSUER) {
      throw new AuthOsException('OAUTH_ERROR', 'Sign-in with a provider is not set up here.');
    }
    const issuer = new URL(OAUTH_ISSUER);
    this.discovered ??= await openid.discovery(
      issuer,
      OAUTH_CLIENT_ID,
      OAUTH_CLIENT_SECRET,
      undefined,
      { execute: LOOPBACK.includes(issuer.hostname) ? [openid.allowInsecureRequests] : [] },
    );
    return this.discovered;
  }

  private redirectUri(): URL {
    return this.publicUrl.of('/oauth/callback');
  }
}
