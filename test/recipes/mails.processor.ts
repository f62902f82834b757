import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import { AuthOsErrorReporter } from 'nestjs-authos-errors';
import { Mailer } from './mailer.js';

@Processor('mails')
export class MailsProcessor extends WorkerHost {
  constructor(
    private readonly mailer: Mailer,
    private readonly reporter: AuthOsErrorReporter,
  ) {
    super();
  }

  override process({ data }: Job<{ to: string }>): Promise<void> {
    return this.mailer.send(data.to);
  }

  /** After each attempt. `job` is undefined when the worker has lost its lock. */
  @OnWorkerEvent('failed')
  onFailed(job: Job | undefined, error: Error): void {
    this.reporter.report(error, `BullMQ mails.${job?.name ?? ''}`);
  }

  /** What fails outside of jobs, such as the connection to Redis. Without a listener it is thrown. */
  @OnWorkerEvent('error')
  onError(error: Error): void {
    this.reporter.report(error, 'BullMQ mails');
  }
}
