import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiAuthOsErrors } from 'nestjs-authos-errors/swagger';
import { AccessTokenService } from './access-token.service.js';
import { bearerToken } from './bearer-token.js';
import { IS_PUBLIC } from './public.decorator.js';
import { requestOf } from './request-of.js';

@Injectable()
@ApiAuthOsErrors('UNAUTHORIZED', 'TOKEN_EXPIRED', 'JWT_ERROR')
export class JwtAuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly accessTokens: AccessTokenService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    // Services trust each other: a message comes from one that has checked its caller.
    if (context.getType() === 'rpc') return true;

    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(IS_PUBLIC, targets)) return true;

    const request = requestOf(context);
    request.user = await this.accessTokens.verify(bearerToken(request));
    return true;
  }
}
