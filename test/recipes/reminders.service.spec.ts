import { ScheduleModule, SchedulerRegistry } from '@nestjs/schedule';
import { Mailer } from './mailer.js';
import { RemindersService } from './reminders.service.js';
import { queryFailed, startUnanswered } from './unanswered.js';

it('a cron job that fails is logged and reported once, without the text of the driver', async () => {
  const { module, expectOneReport, next } = await startUnanswered({
    imports: [ScheduleModule.forRoot()],
    providers: [
      RemindersService,
      { provide: Mailer, useValue: { send: () => Promise.reject(queryFailed()) } },
    ],
  });
  const reported = next();
  void module.get(SchedulerRegistry).getCronJob('remind').fireOnTick();
  await reported;
  await module.close();

  expectOneReport('Cron remind');
});
