import {
  Controller,
  Get,
  NotFoundException,
  ServiceUnavailableException,
  UseFilters,
} from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { AuthOsErrorsModule } from 'nestjs-authos-errors';
import request from 'supertest';
import { expectEnvelope } from '../support/expect-envelope.js';
import { COVERED, recordingLogger } from '../support/recording-logger.js';
import { PLATFORMS, startApp } from '../support/start-app.js';
import { AllExceptionsFilter } from './all-exceptions.filter.js';
import { TransitionFilter } from './transition.filter.js';

@Controller(['v1', 'v2'])
class PlansController {
  @Get('missing')
  missing(): never {
    throw new NotFoundException('No such plan.');
  }

  @Get('unavailable')
  unavailable(): never {
    throw new ServiceUnavailableException('db-1 is down');
  }
}

@Controller('old')
@UseFilters(AllExceptionsFilter)
class OldController extends PlansController {}

describe.each(PLATFORMS)('a hand-written filter on %s', (platform) => {
  const missing = (path: string): object => ({ statusCode: 404, message: 'No such plan.', path });

  it('answers everything as the only filter', async () => {
    const { app, url } = await startApp(platform, {
      controllers: [PlansController],
      providers: [{ provide: APP_FILTER, useClass: AllExceptionsFilter }],
    });
    const { status, body } = await request(url).get('/v1/missing');
    await app.close();
    expect({ status, body }).toEqual({ status: 404, body: missing('/v1/missing') });
  });

  it('keeps the controller that it is given to, beside the library', async () => {
    const { app, url } = await startApp(platform, {
      imports: [AuthOsErrorsModule],
      controllers: [PlansController, OldController],
    });
    const old = await request(url).get('/old/missing');
    const plain = await request(url).get('/v1/missing');
    await app.close();
    expect({ status: old.status, body: old.body }).toEqual({
      status: 404,
      body: missing('/old/missing'),
    });
    expectEnvelope(plain, 'NOT_FOUND', { error: 'No such plan.' });
  });

  it('keeps the old clients by their path, below a filter that extends that of the library', async () => {
    const logger = recordingLogger();
    const { app, url } = await startApp(platform, {
      imports: [AuthOsErrorsModule.forRoot({ logger, httpStatus: 'preserve' })],
      controllers: [PlansController],
      providers: [AllExceptionsFilter, { provide: APP_FILTER, useClass: TransitionFilter }],
    });
    const old = await request(url).get('/v1/missing');
    const unrouted = await request(url).get('/v1/nowhere');
    const plain = await request(url).get('/v2/missing');
    const unavailable = await request(url).get('/v2/unavailable');
    await app.close();
    expect({ status: old.status, body: old.body }).toEqual({
      status: 404,
      body: missing('/v1/missing'),
    });
    expect({ status: unrouted.status, body: unrouted.body }).toEqual({
      status: 404,
      body: { statusCode: 404, message: 'Cannot GET /v1/nowhere', path: '/v1/nowhere' },
    });
    expectEnvelope(plain, 'NOT_FOUND', { error: 'No such plan.' });
    expectEnvelope(unavailable, 'INTERNAL_SERVER_ERROR', { status: 503 });
    expect(logger.lines.map(([level, line]) => [level, line])).toEqual([
      COVERED,
      ['debug', '404 NOT_FOUND GET /v2/missing: NotFoundException: No such plan.'],
      [
        'error',
        '503 INTERNAL_SERVER_ERROR GET /v2/unavailable: ServiceUnavailableException: db-1 is down',
      ],
    ]);
  });
});
