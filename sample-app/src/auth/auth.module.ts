import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AppConfig } from '../config/app-config.js';
import { Member } from '../members/member.entity.js';
import { AccessTokenService } from './access-token.service.js';
import { AuthController } from './auth.controller.js';
import { AuthService } from './auth.service.js';
import { JwksController } from './jwks.controller.js';
import { JwtAuthGuard } from './jwt-auth.guard.js';
import { PasswordHasher } from './password-hasher.js';
import { RolesGuard } from './roles.guard.js';
import { SigningKey } from './signing-key.js';

@Module({
  imports: [TypeOrmModule.forFeature([Member])],
  controllers: [AuthController, JwksController],
  providers: [
    AuthService,
    AccessTokenService,
    PasswordHasher,
    {
      provide: SigningKey,
      inject: [AppConfig],
      useFactory: ({ AUTH_PRIVATE_KEY }: AppConfig) => SigningKey.create(AUTH_PRIVATE_KEY),
    },
    // In this order: a role is only known of a caller who is.
    { provide: APP_GUARD, useClass: JwtAuthGuard },
    { provide: APP_GUARD, useClass: RolesGuard },
  ],
  exports: [AccessTokenService, PasswordHasher],
})
export class AuthModule {}
