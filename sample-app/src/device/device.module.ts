import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module.js';
import { AuthModule } from '../auth/auth.module.js';
import { Member } from '../members/member.entity.js';
import { DeviceAuthorization } from './device-authorization.entity.js';
import { DeviceApprovals } from './device-approvals.js';
import { DeviceController } from './device.controller.js';
import { DeviceGateway } from './device.gateway.js';
import { DevicePageController } from './device-page.controller.js';
import { DeviceService } from './device.service.js';

@Module({
  imports: [AuditModule, AuthModule, TypeOrmModule.forFeature([DeviceAuthorization, Member])],
  controllers: [DeviceController, DevicePageController],
  providers: [DeviceApprovals, DeviceGateway, DeviceService],
})
export class DeviceModule {}
