import type { ModuleMetadata } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { AuthOsErrorsModule, type ErrorReport } from 'nestjs-authos-errors';
import { SECRET } from '../support/expect-failure.js';
import { recordingLogger } from '../support/recording-logger.js';

/** A driver's error, whose text holds what must not be logged. */
export const queryFailed = (): Error =>
  Object.assign(new Error(SECRET), { severity: 'ERROR', code: '42601' });

/** Starts an application without a server, and gives the reports of what fails in it. */
export async function startUnanswered(metadata: ModuleMetadata) {
  const logger = recordingLogger();
  const reports: ErrorReport[] = [];
  let heard = (): void => {};
  const module: TestingModule = await Test.createTestingModule({
    ...metadata,
    imports: [
      AuthOsErrorsModule.forRoot({
        logger,
        onError(report) {
          reports.push(report);
          heard();
        },
      }),
      ...(metadata.imports ?? []),
    ],
  }).compile();
  module.useLogger(false);
  await module.init();
  (logger.lines as unknown[]).length = 0; // without the line at boot
  return {
    module,
    expectOneReport: (place: string): void => {
      const message = `500 DATABASE_ERROR ${place}: Error [code=42601]`;
      expect(logger.lines).toEqual([['error', message, expect.stringContaining('    at ')]]);
      expect(JSON.stringify(logger.lines)).not.toContain(SECRET);
      expect(reports.map(({ code, host }) => [code, host])).toEqual([
        ['DATABASE_ERROR', undefined],
      ]);
    },
    /** Waits for a report that comes from now on. */
    next: () => new Promise<void>((resolve) => (heard = resolve)),
  };
}
