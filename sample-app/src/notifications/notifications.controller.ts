import { Body, Controller, HttpCode, HttpStatus, Post } from '@nestjs/common';
import { RequireActiveOrganization } from 'nestjs-authos-errors';
import { ApiAuthOsErrors } from 'nestjs-authos-errors/swagger';
import { Roles } from '../auth/roles.decorator.js';
import { SendNotificationDto } from './dto/send-notification.dto.js';
import { NotificationsService } from './notifications.service.js';
import type { SmsReceipt } from './sms-gateway/sms-receipt.interface.js';

@Controller('notifications')
@RequireActiveOrganization()
@ApiAuthOsErrors('DATABASE_ERROR')
export class NotificationsController {
  constructor(private readonly notifications: NotificationsService) {}

  @Post()
  @Roles('owner', 'admin')
  @HttpCode(HttpStatus.ACCEPTED)
  @ApiAuthOsErrors('GENERIC_ERROR')
  send(@Body() message: SendNotificationDto): Promise<SmsReceipt | undefined> {
    return this.notifications.send(message);
  }
}
