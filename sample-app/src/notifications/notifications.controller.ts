import { Body, Controller, HttpCode, HttpStatus, Post } from '@nestjs/common';
import { RequireActiveOrganization } from 'nestjs-authos-errors';
import { Roles } from '../auth/roles.decorator.js';
import { SendNotificationDto } from './dto/send-notification.dto.js';
import { NotificationsService } from './notifications.service.js';
import type { SmsReceipt } from './sms-gateway/sms-receipt.interface.js';

@Controller('notifications')
@RequireActiveOrganization()
export class NotificationsController {
  constructor(private readonly notifications: NotificationsService) {}

  @Post()
  @Roles('owner', 'admin')
  @HttpCode(HttpStatus.ACCEPTED)
  send(@Body() message: SendNotificationDto): Promise<SmsReceipt | undefined> {
    return this.notifications.send(message);
  }
}
