import { ConflictException, Injectable, Module, NotFoundException } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import {
  AuthOsErrorReporter,
  AuthOsErrorsModule,
  type AuthOsErrorsOptions,
  type ErrorReport,
} from 'nestjs-authos-errors';
import { recordingLogger } from '../support/recording-logger.js';

@Injectable()
class Worker {
  constructor(readonly reporter: AuthOsErrorReporter) {}
}

@Module({ providers: [Worker] })
class WorkerModule {}

/** The reporter of a module that does not import AuthOsErrorsModule itself. */
async function reporterWith(options: AuthOsErrorsOptions): Promise<AuthOsErrorReporter> {
  const imports = [AuthOsErrorsModule.forRoot(options), WorkerModule];
  const module = await Test.createTestingModule({ imports }).compile();
  return module.get(Worker, { strict: false }).reporter;
}

describe('AuthOsErrorReporter', () => {
  it('writes the line of an answered error, and hands it to onError', async () => {
    const logger = recordingLogger();
    const reports: ErrorReport[] = [];
    const reporter = await reporterWith({ logger, onError: (report) => void reports.push(report) });
    const error = Object.assign(new Error('secret'), { severity: 'ERROR', code: '42601' });
    reporter.report(error, 'BullMQ mails.send');
    const message = '500 DATABASE_ERROR BullMQ mails.send: Error [code=42601]';
    expect(logger.lines).toEqual([['error', message, expect.stringContaining('    at ')]]);
    expect(reports).toEqual([
      {
        code: 'DATABASE_ERROR',
        status: 500,
        message,
        error,
        envelope: {
          error: 'A database operation failed.',
          error_code: 'DATABASE_ERROR',
          timestamp: expect.any(String),
        },
        host: undefined,
      },
    ]);
  });

  it.each<[AuthOsErrorsOptions['logLevels'], string[]]>([
    [undefined, ['warn']],
    [{ '4xx': 'log' }, ['warn']],
    [{ '4xx': 'error' }, ['error']],
    [{ NOT_FOUND: 'off' }, []],
  ])('logs a 4xx at warn at least: with logLevels %j at %j', async (logLevels, levels) => {
    const logger = recordingLogger();
    const reporter = await reporterWith({ logger, logLevels });
    reporter.report(new NotFoundException('No member 7.'), 'Cron expireInvitations');
    expect(logger.lines.map(([level]) => level)).toEqual(levels);
  });

  it('keeps a place on one line', async () => {
    const logger = recordingLogger();
    const reporter = await reporterWith({ logger });
    reporter.report(new ConflictException('Taken.'), 'a\nb');
    expect(logger.lines).toEqual([
      ['warn', String.raw`400 DUPLICATE_CONSTRAINT a\nb: ConflictException: Taken.`],
    ]);
  });

  it('asks the mappers of the application, and reports one that fails', async () => {
    const logger = recordingLogger();
    const mapper = (): never => {
      throw new Error('broken mapper');
    };
    const reporter = await reporterWith({ logger, mappers: [mapper] });
    reporter.report('text', 'Cron x');
    expect(logger.lines.map(([, line]) => line)).toEqual([
      'a mapper failed: Error: broken mapper',
      '500 GENERIC_ERROR Cron x: thrown string text',
    ]);
  });
});
