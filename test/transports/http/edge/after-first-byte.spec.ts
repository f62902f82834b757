import {
  Controller,
  Get,
  type INestApplication,
  InternalServerErrorException,
  type MessageEvent,
  NotFoundException,
  Res,
  Sse,
} from '@nestjs/common';
import type { ServerResponse } from 'node:http';
import { AuthOsErrorsModule, type ErrorReport } from 'nestjs-authos-errors';
import { concat, type Observable, of, throwError } from 'rxjs';
import request from 'supertest';
import { expectEnvelope } from '../../../support/expect-envelope.js';
import { rawRequest } from '../../../support/raw-request.js';
import {
  COVERED,
  type RecordingLogger,
  recordingLogger,
} from '../../../support/recording-logger.js';
import { PLATFORMS, startApp } from '../../../support/start-app.js';

@Controller()
class StreamingController {
  @Get('half')
  async half(@Res() response: ServerResponse | { raw: ServerResponse }): Promise<never> {
    const raw = 'raw' in response ? response.raw : response;
    raw.writeHead(200, { 'content-type': 'text/plain', 'content-length': '100' });
    await new Promise((resolve) => raw.write('half of it', resolve));
    throw new InternalServerErrorException('secret');
  }

  @Get('complete')
  async complete(@Res() response: ServerResponse | { raw: ServerResponse }): Promise<never> {
    const raw = 'raw' in response ? response.raw : response;
    await new Promise<void>((resolve) => raw.end('all of it', resolve));
    throw new Error('too late');
  }

  @Sse('events')
  events(): Observable<MessageEvent> {
    return concat(
      of({ data: 'one' }, { data: 'two' }),
      throwError(() => new InternalServerErrorException('secret')),
    );
  }

  @Sse('refused')
  refused(): Observable<MessageEvent> {
    return throwError(() => new NotFoundException('No such stream.'));
  }
}

describe.each(PLATFORMS)('after the first byte on %s', (platform) => {
  let app: INestApplication;
  let url: string;
  let reports: ErrorReport[];
  let logger: RecordingLogger;

  beforeEach(async () => {
    reports = [];
    logger = recordingLogger();
    const onError = (report: ErrorReport): void => void reports.push(report);
    ({ app, url } = await startApp(platform, {
      imports: [AuthOsErrorsModule.forRoot({ logger, onError })],
      controllers: [StreamingController],
    }));
  });

  afterEach(() => app.close());

  it('the connection breaks, so that no client takes half of the body for the whole', async () => {
    await expect(request(url).get('/half')).rejects.toThrow('aborted');
    expect(reports).toMatchObject([{ code: 'INTERNAL_SERVER_ERROR' }]);
    expect(logger.lines.map(([level]) => level)).toEqual(['log', 'error']);
  });

  it('of a complete response nothing changes for the client, and the error is logged', async () => {
    const { status, text } = await request(url).get('/complete');
    expect({ status, text }).toEqual({ status: 200, text: 'all of it' });
    expect(logger.lines).toEqual([
      COVERED,
      ['error', '500 INTERNAL_SERVER_ERROR GET /complete: Error: too late', expect.any(String)],
    ]);
  });

  it('an event stream ends with one event that holds the envelope, and breaks', async () => {
    const response = await rawRequest(url, 'GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n');
    expect(response.headers['content-type']).toBe('text/event-stream');
    // Without the last chunk, whose size is zero, the answer is not complete.
    expect(response.text).not.toMatch(/\r\n0\r\n/);
    const events = response.text.replaceAll(/\r?\n?[0-9a-f]+\r\n/g, '').split('\n\n');
    expect(events.slice(0, 2)).toEqual([
      expect.stringMatching(/data: one$/),
      expect.stringMatching(/data: two$/),
    ]);
    const [type, data] = events[2]!.split('\n');
    expect(type).toBe('event: error');
    expect(JSON.parse(data!.slice('data: '.length))).toEqual({
      error: 'An unexpected error occurred.',
      error_code: 'INTERNAL_SERVER_ERROR',
      timestamp: expect.any(String),
    });
    expect(logger.lines.map(([level, line]) => [level, line])).toEqual([
      COVERED,
      ['error', '500 INTERNAL_SERVER_ERROR GET /events: InternalServerErrorException: secret'],
    ]);
  });

  it('is not yet where an event stream fails at once: it is answered', async () => {
    expectEnvelope(await request(url).get('/refused'), 'NOT_FOUND', { error: 'No such stream.' });
  });
});
