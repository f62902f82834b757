import { promisify } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { SendNotificationDto } from './dto/send-notification.dto.js';
import { SmsGateway } from './sms-gateway/sms-gateway.js';
import type { SmsReceipt } from './sms-gateway/sms-receipt.interface.js';

@Injectable()
export class NotificationsService {
  private readonly sendSms: (to: string, text: string) => Promise<SmsReceipt | undefined>;

  constructor(gateway: SmsGateway) {
    this.sendSms = promisify(gateway.send.bind(gateway));
  }

  send({ to, text }: SendNotificationDto): Promise<SmsReceipt | undefined> {
    return this.sendSms(to, text);
  }
}
