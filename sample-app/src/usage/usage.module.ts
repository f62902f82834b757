import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuthModule } from '../auth/auth.module.js';
import { ServiceUsage } from './service-usage.entity.js';
import { UsageController } from './usage.controller.js';
import { UsageGateway } from './usage.gateway.js';
import { UsageService } from './usage.service.js';

@Module({
  imports: [AuthModule, TypeOrmModule.forFeature([ServiceUsage])],
  controllers: [UsageController],
  providers: [UsageGateway, UsageService],
})
export class UsageModule {}
