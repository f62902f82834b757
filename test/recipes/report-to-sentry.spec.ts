import { Controller, Get, NotFoundException } from '@nestjs/common';
import * as Sentry from '@sentry/node';
import { AuthOsErrorsModule } from 'nestjs-authos-errors';
import request from 'supertest';
import { expectEnvelope } from '../support/expect-envelope.js';
import { PLATFORMS, startApp } from '../support/start-app.js';
import { reportToSentry } from './report-to-sentry.js';

@Controller()
class FailingController {
  @Get('broken')
  broken(): never {
    throw new TypeError('it broke', { cause: new RangeError('deeper') });
  }

  @Get('missing')
  missing(): never {
    throw new NotFoundException('No such plan.');
  }
}

interface SentryEvent {
  tags: Record<string, string>;
  exception: { values: { type: string; value: string }[] };
}

describe.each(PLATFORMS)('with Sentry on %s', (platform) => {
  const sent: SentryEvent[] = [];

  beforeAll(() => {
    Sentry.init({
      dsn: 'https://key@sentry.invalid/1',
      defaultIntegrations: [Sentry.linkedErrorsIntegration()],
      transport: (options) =>
        Sentry.createTransport(options, ({ body }) => {
          const [, , event = ''] = String(body).split('\n');
          sent.push(JSON.parse(event) as SentryEvent);
          return Promise.resolve({ statusCode: 200 });
        }),
    });
  });

  afterAll(() => Sentry.close());

  it('a 5xx is sent once, with its code, its cause and its own text, and a 4xx is not', async () => {
    const { app, url } = await startApp(platform, {
      imports: [AuthOsErrorsModule.forRoot({ onError: reportToSentry })],
      controllers: [FailingController],
    });
    const broken = await request(url).get('/broken');
    const missing = await request(url).get('/missing');
    await app.close();
    await Sentry.flush();

    expectEnvelope(broken, 'INTERNAL_SERVER_ERROR');
    expectEnvelope(missing, 'NOT_FOUND', { error: 'No such plan.' });
    expect(sent).toMatchObject([
      {
        tags: { error_code: 'INTERNAL_SERVER_ERROR' },
        exception: {
          values: [
            { type: 'RangeError', value: 'deeper' },
            { type: 'TypeError', value: 'it broke' },
          ],
        },
      },
    ]);
  });
});
