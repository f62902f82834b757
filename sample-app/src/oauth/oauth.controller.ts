import { Controller, Get, Headers, Query, Redirect, Res } from '@nestjs/common';
import { ApiAuthOsErrors } from 'nestjs-authos-errors/swagger';
import type { AccessToken } from '../auth/access-token.interface.js';
import { Public } from '../auth/public.decorator.js';
import { LoginQuery } from './dto/login-query.dto.js';
import { loginCookie, readLoginCookie } from './login-cookie.js';
import { OAuthService } from './oauth.service.js';

@Public()
@Controller('oauth')
@ApiAuthOsErrors('OAUTH_ERROR', 'IO_ERROR', 'DATABASE_ERROR')
export class OAuthController {
  constructor(private readonly oauth: OAuthService) {}

  @Get('login')
  @Redirect()
  async login(
    @Query() { organization }: LoginQuery,
    @Res({ passthrough: true }) response: { header(name: string, value: string): unknown },
  ): Promise<{ url: string }> {
    const { state, url } = await this.oauth.start(organization);
    response.header('Set-Cookie', loginCookie(state));
    return { url };
  }

  /** The provider decides which parameters come back, hence no DTO. */
  @Get('callback')
  @ApiAuthOsErrors('BAD_REQUEST', 'UNAUTHORIZED')
  callback(
    @Query() parameters: Record<string, string>,
    @Headers('cookie') cookie?: string,
  ): Promise<AccessToken> {
    return this.oauth.finish(new URLSearchParams(parameters), readLoginCookie(cookie));
  }
}
