import { All, Body, Controller } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import { AUTHOS_ERRORS, AuthOsErrorsModule, type ErrorMapper } from 'nestjs-authos-errors';
import request, { type Response } from 'supertest';
import { expectEnvelope } from '../support/expect-envelope.js';
import { SECRET } from '../support/expect-failure.js';
import { rawRequest } from '../support/raw-request.js';
import { type RecordingLogger, recordingLogger } from '../support/recording-logger.js';
import { PLATFORMS, type RunningApp, startApp } from '../support/start-app.js';
import { MappedError, type Row, ROWS } from './who-speaks.rows.js';

const mapper: ErrorMapper = (error) =>
  error instanceof MappedError ? { code: 'AUDIT_ERROR', message: error.message } : undefined;

let thrown: unknown;

@Controller()
class ThrowingController {
  @All('throw')
  throw(@Body() _body: unknown): never {
    throw thrown;
  }
}

const EXPOSED = ROWS.map((row): Row => {
  const { listener, client, exposed } = row;
  return {
    ...row,
    listener: exposed?.includes(SECRET) ? 'the client' : listener,
    client: exposed ?? client,
  };
});

/** All that the client gets to see, as it went over the wire. */
function wireOf(response: Response): string {
  const { statusMessage, rawHeaders } = (response as unknown as { res: IncomingMessage }).res;
  return [statusMessage, ...rawHeaders, response.text].join('\n');
}

describe.each(PLATFORMS)('on %s', (platform) => {
  describe.each([
    ['by default', false, ROWS],
    ['with exposeServerMessages', true, EXPOSED],
  ] as const)('%s', (_mode, exposeServerMessages, rows) => {
    let running: RunningApp;
    let logger: RecordingLogger;
    const logged = () => logger.lines.slice(1);

    beforeAll(async () => {
      logger = recordingLogger();
      running = await startApp(platform, {
        imports: [AuthOsErrorsModule.forRoot({ logger, exposeServerMessages, mappers: [mapper] })],
        controllers: [ThrowingController],
      });
    });

    beforeEach(() => {
      (logger.lines as unknown[]).length = 1;
    });

    afterAll(() => running.app.close());

    it.each(rows)('$place is for $listener', async (row) => {
      const { listener, code, log, client } = row;
      const { status } = AUTHOS_ERRORS[code];
      ({ thrown } = row);
      const response = await request(running.url).get('/throw');
      expectEnvelope(response, code, { error: client });
      expect(logged().map(([level, line]) => [level, line])).toEqual([
        [status >= 500 ? 'error' : 'debug', `${status} ${code} GET /throw: ${log}`],
      ]);
      const heard = { client: wireOf(response), log: logged().flat().join('\n') };
      expect({
        client: heard.client.includes(SECRET),
        log: heard.log.includes(SECRET),
      }).toEqual({
        client: listener === 'the client',
        log: listener === 'the client' ? log.includes(SECRET) : listener === 'the log',
      });
    });

    it('headers, cookies, query and body of a request are for nobody', async () => {
      thrown = new Error('No.');
      const response = await request(running.url)
        .post(`/throw?token=${SECRET}`)
        .set({ Authorization: `Bearer ${SECRET}`, Cookie: `session=${SECRET}` })
        .send({ password: SECRET });
      expectEnvelope(response, 'INTERNAL_SERVER_ERROR');
      expect(wireOf(response)).not.toContain(SECRET);
      expect(logged().map(([, line]) => line)).toEqual([
        '500 INTERNAL_SERVER_ERROR POST /throw: Error: No.',
      ]);
      expect(logged().flat().join('\n')).not.toContain(SECRET);
    });

    it.each([`{"password": ${SECRET}}`, SECRET, `{"password": "${SECRET}`])(
      'a body that is no JSON is for nobody: %s',
      async (body) => {
        const response = await request(running.url).post('/throw').type('json').send(body);
        expectEnvelope(response, 'BAD_REQUEST', { error: response.body.error });
        expect(wireOf(response)).not.toContain(SECRET);
        expect(logged()).toHaveLength(1);
        expect(logged().flat().join('\n')).not.toContain(SECRET);
      },
    );

    it.each(['GET /nowhere', 'M-SEARCH /nowhere', 'GET /%E0%A4%A', 'GET /throw/%'])(
      'the query of the refused URL %s is not for the log',
      async (target) => {
        const head = 'Host: localhost\r\nConnection: close';
        const bytes = `${target}?token=${SECRET} HTTP/1.1\r\n${head}\r\n\r\n`;
        const { text } = await rawRequest(running.url, bytes);
        expect(JSON.parse(text)).toHaveProperty('error_code');
        expect(logged()).toHaveLength(1);
        expect(logged().flat().join('\n')).not.toContain(SECRET);
      },
    );

    it('a request that Node refuses is for nobody', async () => {
      const bytes = `GET /?token=${SECRET} HTTP/1.1\r\nCookie: ${SECRET}\r\na b: ${SECRET}\r\n\r\n`;
      const { headers, text } = await rawRequest(running.url, bytes);
      expect(JSON.parse(text)).toMatchObject({ error: 'Bad Request', error_code: 'BAD_REQUEST' });
      expect(JSON.stringify([headers, text])).not.toContain(SECRET);
      expect(logged()).toHaveLength(1);
      expect(logged().flat().join('\n')).not.toContain(SECRET);
    });
  });
});
