import { Injectable, UnauthorizedException } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { AuthOsException } from 'nestjs-authos-errors';

@Injectable()
export class JwtAuthGuard extends AuthGuard('jwt') {
  override handleRequest<User>(error: unknown, user: User | false, info: unknown): User {
    if (error) throw error;
    if (user) return user;
    // Several strategies hand over a list of what each of them said.
    for (const reason of [info].flat()) {
      if (reason instanceof Error && reason.name === 'TokenExpiredError') {
        throw new AuthOsException('TOKEN_EXPIRED', 'Your session has ended.', { cause: reason });
      }
    }
    // Without words of its own: the code is that of the reason, if there is one.
    throw new UnauthorizedException();
  }
}
