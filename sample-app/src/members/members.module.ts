import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module.js';
import { AuthModule } from '../auth/auth.module.js';
import { Member } from './member.entity.js';
import { MembersController } from './members.controller.js';
import { MembersResolver } from './members.resolver.js';
import { MembersService } from './members.service.js';

@Module({
  imports: [AuditModule, AuthModule, TypeOrmModule.forFeature([Member])],
  controllers: [MembersController],
  providers: [MembersResolver, MembersService],
})
export class MembersModule {}
