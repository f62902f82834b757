import {
  Body,
  ClassSerializerInterceptor,
  Controller,
  Get,
  HttpCode,
  HttpStatus,
  Post,
  UseInterceptors,
} from '@nestjs/common';
import { ApiAuthOsErrors } from 'nestjs-authos-errors/swagger';
import type { Member } from '../members/member.entity.js';
import { LimitSignIn } from '../throttling/limit-sign-in.decorator.js';
import type { AccessToken } from './access-token.interface.js';
import { AuthService } from './auth.service.js';
import type { AuthenticatedUser } from './authenticated-user.interface.js';
import { CurrentUser } from './current-user.decorator.js';
import { SignInDto } from './dto/sign-in.dto.js';
import { Public } from './public.decorator.js';

@Controller('auth')
@UseInterceptors(ClassSerializerInterceptor)
@ApiAuthOsErrors('DATABASE_ERROR')
export class AuthController {
  constructor(private readonly auth: AuthService) {}

  @Public()
  @LimitSignIn()
  @Post('token')
  @HttpCode(HttpStatus.OK)
  @ApiAuthOsErrors('UNAUTHORIZED')
  signIn(@Body() credentials: SignInDto): Promise<AccessToken> {
    return this.auth.signIn(credentials);
  }

  @Get('me')
  @ApiAuthOsErrors('NOT_FOUND')
  profile(@CurrentUser() user: AuthenticatedUser): Promise<Member> {
    return this.auth.profile(user);
  }
}
