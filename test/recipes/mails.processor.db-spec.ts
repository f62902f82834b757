import { randomUUID } from 'node:crypto';
import { BullModule, getQueueToken } from '@nestjs/bullmq';
import type { Queue } from 'bullmq';
import { Mailer } from './mailer.js';
import { MailsProcessor } from './mails.processor.js';
import { queryFailed, startUnanswered } from './unanswered.js';

const { REDIS_URL: url = 'redis://127.0.0.1:6379' } = process.env;

it('a job of BullMQ that fails is logged and reported once, without the text of the driver', async () => {
  const { module, expectOneReport, next } = await startUnanswered({
    imports: [
      // A prefix of this run alone: the server is shared.
      BullModule.forRoot({ connection: { url }, prefix: randomUUID() }),
      BullModule.registerQueue({ name: 'mails' }),
    ],
    providers: [
      MailsProcessor,
      { provide: Mailer, useValue: { send: () => Promise.reject(queryFailed()) } },
    ],
  });
  const queue = module.get<Queue>(getQueueToken('mails'));
  const reported = next();
  await queue.add('welcome', { to: 'ada@example.com' });
  await reported;
  await queue.obliterate({ force: true });
  await module.close();

  expectOneReport('BullMQ mails.welcome');
});
