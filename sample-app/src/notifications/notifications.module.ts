import { Module } from '@nestjs/common';
import { NotificationsController } from './notifications.controller.js';
import { NotificationsService } from './notifications.service.js';
import { SmsGateway } from './sms-gateway/sms-gateway.js';

@Module({
  controllers: [NotificationsController],
  providers: [NotificationsService, SmsGateway],
})
export class NotificationsModule {}
