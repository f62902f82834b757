import { setImmediate } from 'node:timers/promises';
import { jest } from '@jest/globals';
import {
  Controller,
  Get,
  Logger,
  NotFoundException,
  Param,
  Res,
  type LoggerService,
} from '@nestjs/common';
import {
  AuthOsErrorsModule,
  type AuthOsErrorsOptions,
  type ErrorReport,
} from 'nestjs-authos-errors';
import request from 'supertest';
import { expectEnvelope } from '../support/expect-envelope.js';
import { COVERED, type RecordingLogger, recordingLogger } from '../support/recording-logger.js';
import { type Platform, PLATFORMS, startApp } from '../support/start-app.js';

const FAILURE = new TypeError('secret\nforged', { cause: new RangeError('deeper') });

@Controller()
class ThrowingController {
  @Get('known/:id')
  known(@Param('id') id: string): never {
    throw new NotFoundException(`No ${id}.`);
  }

  @Get('unknown')
  unknown(): never {
    throw FAILURE;
  }

  @Get('remembered')
  remembered(@Res() response: object): never {
    responses.push((response as { raw?: object }).raw ?? response);
    throw FAILURE;
  }
}

let responses: object[] = [];

async function answerOf(
  platform: Platform,
  path: string,
  options: AuthOsErrorsOptions,
): Promise<request.Response> {
  const { app, url } = await startApp(platform, {
    imports: [AuthOsErrorsModule.forRoot(options)],
    controllers: [ThrowingController],
  });
  const response = await request(url).get(path);
  await app.close();
  return response;
}

describe.each(PLATFORMS)('the log on %s', (platform) => {
  let logger: RecordingLogger;

  beforeEach(() => {
    logger = recordingLogger();
    responses = [];
  });

  it('has one line at error with the stack and the causes for a 5xx', async () => {
    expectEnvelope(await answerOf(platform, '/unknown', { logger }), 'INTERNAL_SERVER_ERROR');
    expect(logger.lines).toEqual([
      COVERED,
      [
        'error',
        String.raw`500 INTERNAL_SERVER_ERROR GET /unknown: TypeError: secret\nforged ← RangeError: deeper`,
        expect.stringMatching(/^ {4}at .*\n(.*\n)*caused by RangeError: deeper\n {4}at /),
      ],
    ]);
  });

  it('has one line at debug without a stack for a 4xx, and not the query', async () => {
    await answerOf(platform, '/known/7?token=secret', { logger });
    expect(logger.lines).toEqual([
      COVERED,
      ['debug', '404 NOT_FOUND GET /known/7: NotFoundException: No 7.'],
    ]);
  });

  it('hands a logger nothing in the place of a stack', async () => {
    await answerOf(platform, '/known/7', { logger });
    expect(logger.lines[1]).toHaveLength(2);
  });

  it('has the stack at fatal, too', async () => {
    await answerOf(platform, '/unknown', { logger, logLevels: { '5xx': 'fatal' } });
    expect(logger.lines[1]).toEqual([
      'fatal',
      expect.any(String),
      expect.stringContaining('    at '),
    ]);
  });

  it('hands onError also what is not logged', async () => {
    const messages: string[] = [];
    const onError = ({ message }: ErrorReport): void => void messages.push(message);
    await answerOf(platform, '/known/7', { logger, onError, logLevels: { '4xx': 'off' } });
    expect(messages).toEqual(['404 NOT_FOUND GET /known/7: NotFoundException: No 7.']);
    expect(logger.lines).toEqual([COVERED]);
  });

  it.each<[AuthOsErrorsOptions['logLevels'], string[]]>([
    [{ '4xx': 'warn' }, ['warn']],
    [{ '4xx': 'warn', NOT_FOUND: 'verbose' }, ['verbose']],
    [{ NOT_FOUND: 'off' }, []],
    [{ '5xx': 'off' }, ['debug']],
  ])('has the level of logLevels %j', async (logLevels, levels) => {
    await answerOf(platform, '/known/7', { logger, logLevels });
    expect(logger.lines.slice(1).map(([level]) => level)).toEqual(levels);
  });

  it('hands onError the whole report, once', async () => {
    const reports: ErrorReport[] = [];
    const onError = (report: ErrorReport): void => void reports.push(report);
    const response = await answerOf(platform, '/unknown', { logger, onError });
    expect(reports).toEqual([
      {
        code: 'INTERNAL_SERVER_ERROR',
        status: 500,
        message: logger.lines[1]?.[1],
        error: FAILURE,
        envelope: response.body,
        host: expect.anything(),
      },
    ]);
    expect(reports[0]?.error).toBe(FAILURE);
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('hook');
      },
    ],
    ['rejects', () => Promise.reject(new Error('hook'))],
  ])('says so when onError %s, and the answer stays', async (_how, onError) => {
    const response = await answerOf(platform, '/known/7', { logger, onError });
    await setImmediate();
    expectEnvelope(response, 'NOT_FOUND', { error: 'No 7.' });
    expect(logger.lines.map(([level, line]) => [level, line])).toEqual([
      COVERED,
      ['debug', '404 NOT_FOUND GET /known/7: NotFoundException: No 7.'],
      ['error', 'onError failed: Error: hook'],
    ]);
  });

  it('says so when a mapper throws, and the answer stays', async () => {
    const mappers = [
      (): never => {
        throw new Error('mapper');
      },
    ];
    const response = await answerOf(platform, '/known/7', { logger, mappers });
    expectEnvelope(response, 'NOT_FOUND', { error: 'No 7.' });
    expect(logger.lines[1]?.slice(0, 2)).toEqual(['error', 'a mapper failed: Error: mapper']);
  });

  it('writes to standard error when the logger throws, and the answer stays', async () => {
    const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const broken = (line: string): void => {
      if (!line.startsWith('Every')) throw new Error('logger');
    };
    const response = await answerOf(platform, '/known/7', {
      logger: { log: broken, error: broken, warn: broken },
    });
    const written = write.mock.calls.map(([text]) => text);
    write.mockRestore();
    expectEnvelope(response, 'NOT_FOUND', { error: 'No 7.' });
    expect(written).toEqual([
      '404 NOT_FOUND GET /known/7: NotFoundException: No 7.\nlogger failed: Error: logger\n',
    ]);
  });

  it('falls back to log where a logger has no such level', async () => {
    const { log, error, warn } = logger;
    const minimal: LoggerService = { log, error, warn };
    await answerOf(platform, '/known/7', { logger: minimal });
    expect(logger.lines.slice(1).map(([level]) => level)).toEqual(['log']);
  });

  it('does not build a line that Nest would drop', async () => {
    const debug = jest.spyOn(Logger.prototype, 'debug');
    Logger.overrideLogger(['error']);
    await answerOf(platform, '/known/7', {});
    Logger.overrideLogger(false);
    expect(debug).not.toHaveBeenCalled();
    debug.mockRestore();
  });

  it('leaves the error on the response, where pino-http looks for it', async () => {
    await answerOf(platform, '/remembered', { logger });
    expect(responses).toEqual([expect.objectContaining({ err: FAILURE })]);
  });
});
