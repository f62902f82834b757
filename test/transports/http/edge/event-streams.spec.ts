import {
  Controller,
  type INestApplication,
  type MessageEvent,
  NotFoundException,
  Sse,
} from '@nestjs/common';
import { AuthOsErrorsModule, type ErrorReport } from 'nestjs-authos-errors';
import { map, type Observable, of, throwError } from 'rxjs';
import request from 'supertest';
import { expectEnvelope } from '../../../support/expect-envelope.js';
import { PLATFORMS, startApp } from '../../../support/start-app.js';

const missing = (): NotFoundException => new NotFoundException('No such stream.');

@Controller()
class EventsController {
  @Sse('throws')
  throws(): Observable<MessageEvent> {
    throw missing();
  }

  @Sse('rejects')
  async rejects(): Promise<Observable<MessageEvent>> {
    return Promise.reject(missing());
  }

  @Sse('rejects-later')
  async rejectsLater(): Promise<Observable<MessageEvent>> {
    await new Promise((resolve) => setTimeout(resolve, 20));
    throw missing();
  }

  @Sse('errors')
  errors(): Observable<MessageEvent> {
    return throwError(missing);
  }

  @Sse('maps')
  maps(): Observable<MessageEvent> {
    return of(1).pipe(
      map(() => {
        throw missing();
      }),
    );
  }
}

describe.each(PLATFORMS)('an event stream on %s', (platform) => {
  const reports: ErrorReport[] = [];
  let app: INestApplication;
  let url: string;

  beforeAll(async () => {
    const onError = (report: ErrorReport): void => void reports.push(report);
    ({ app, url } = await startApp(platform, {
      imports: [AuthOsErrorsModule.forRoot({ onError })],
      controllers: [EventsController],
    }));
  });
  beforeEach(() => {
    reports.length = 0;
  });
  afterAll(() => app.close());

  it.each(['throws', 'rejects', 'rejects-later', 'errors', 'maps'])(
    'that fails before its first event is answered with the envelope, and reported once: /%s',
    async (path) => {
      const response = await request(url).get(`/${path}`).timeout(3000);
      expectEnvelope(response, 'NOT_FOUND', { error: 'No such stream.' });
      expect(reports).toMatchObject([{ code: 'NOT_FOUND' }]);
    },
  );
});
