import { Injectable } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { AuthOsErrorReporter } from 'nestjs-authos-errors';
import { Mailer } from './mailer.js';

@Injectable()
export class RemindersService {
  constructor(
    private readonly mailer: Mailer,
    private readonly reporter: AuthOsErrorReporter,
  ) {}

  @Cron(CronExpression.EVERY_HOUR, { name: 'remind' })
  async remind(): Promise<void> {
    try {
      await this.mailer.send('everyone@example.com');
    } catch (error) {
      this.reporter.report(error, 'Cron remind');
    }
  }
}
