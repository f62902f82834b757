import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuthModule } from '../auth/auth.module.js';
import { Member } from '../members/member.entity.js';
import { LoginAttempt } from './login-attempt.entity.js';
import { OpenIdProvider } from './openid-provider.js';
import { OAuthController } from './oauth.controller.js';
import { OAuthService } from './oauth.service.js';

@Module({
  imports: [AuthModule, TypeOrmModule.forFeature([LoginAttempt, Member])],
  controllers: [OAuthController],
  providers: [OpenIdProvider, OAuthService],
})
export class OAuthModule {}
