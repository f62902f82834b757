import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ServiceUsage } from './service-usage.entity.js';
import { UsageController } from './usage.controller.js';
import { UsageService } from './usage.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([ServiceUsage])],
  controllers: [UsageController],
  providers: [UsageService],
})
export class UsageModule {}
