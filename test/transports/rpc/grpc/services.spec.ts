import { Controller, type INestApplication } from '@nestjs/common';
import { GrpcMethod, RpcException } from '@nestjs/microservices';
import { AUTHOS_ERRORS, AuthOsErrorsModule, SkipAuthOsErrors } from 'nestjs-authos-errors';
import request, { type Response } from 'supertest';
import { expectEnvelope } from '../../../support/expect-envelope.js';
import { SECRET } from '../../../support/expect-failure.js';
import { recordingLogger, type RecordingLogger } from '../../../support/recording-logger.js';
import { refusingPort } from '../../../support/servers/loopback.server.js';
import { startApp } from '../../../support/start-app.js';
import { THROWN_VALUES, type ThrownValue } from '../../thrown-values.js';
import { AskingController, AskingService, clientOf } from './asking.js';
import { expectStatus } from './expect-status.js';
import { type RunningGrpc, startGrpc } from './grpc-server.js';
import { type Plan, PlansController } from './plans.controller.js';

interface RunningHttp {
  readonly app: INestApplication;
  readonly logger: RecordingLogger;
  readonly ask: (way: string, name: string) => Promise<Response>;
}

/** Service A, which answers over HTTP. */
async function startAsking(url: string): Promise<RunningHttp> {
  const logger = recordingLogger();
  const imports = [AuthOsErrorsModule.forRoot({ logger }), clientOf(url)];
  const running = await startApp('express', { imports, controllers: [AskingController] });
  (logger.lines as unknown[]).length = 0;
  const ask = (way: string, name: string) =>
    request(running.url).get(`/${way}/${encodeURIComponent(name)}`);
  return { app: running.app, logger, ask };
}

/** Of a fault of the other service the client reads the text of the code. */
function textOf({ code, text }: ThrownValue): string {
  const { status, message } = AUTHOS_ERRORS[code];
  return status < 500 ? text : message;
}

describe('what another service answers over gRPC', () => {
  let asked: RunningGrpc;
  let asking: RunningHttp;
  let askingService: RunningGrpc;

  beforeAll(async () => {
    asked = await startGrpc({ controllers: [PlansController] });
    asking = await startAsking(asked.url);
    askingService = await startGrpc({
      imports: [clientOf(asked.url)],
      controllers: [AskingService],
    });
  });

  afterEach(() => {
    for (const { lines } of [asking.logger, askingService.logger]) (lines as unknown[]).length = 0;
  });

  afterAll(async () => {
    await askingService.close();
    await asking.app.close();
    await asked.close();
  });

  describe.each(['passed', 'wrapped', 'caused'])('reaches a client of HTTP, %s on', (way) => {
    it.each(THROWN_VALUES)('$name', async (row) => {
      const { name, code, retryAfter } = row;
      const response = await asking.ask(way, name);
      expectEnvelope(response, code, { error: textOf(row) });
      expect(response.get('Retry-After')).toBe(retryAfter?.toString());
      expect(asking.logger.lines).toHaveLength(1);
      expect(String(asking.logger.lines[0])).not.toContain(SECRET);
    });
  });

  describe.each(['Find', 'Fail', 'Reject'])('reaches a client of gRPC by %s', (method) => {
    it.each(THROWN_VALUES)('$name', async (row) => {
      const { name, code, retryAfter } = row;
      const { error } = await askingService.client.call(`Plans/${method}`, { name });
      expectStatus(error, { code, text: textOf(row), retryAfter });
    });
  });

  it('is in the log by its code and what the client read', async () => {
    await asking.ask('passed', 'a 404');
    await asking.ask('wrapped', 'a 404');
    await asking.ask('caused', 'a 404');
    await asking.ask('passed', 'an AuthOsException of a 5xx code');
    expect(asking.logger.lines.map((line) => line.slice(0, 2))).toEqual([
      ['debug', '404 NOT_FOUND GET /passed/a%20404: remote NOT_FOUND: There is no plan gold.'],
      ['debug', '404 NOT_FOUND GET /wrapped/a%20404: remote NOT_FOUND: There is no plan gold.'],
      [
        'debug',
        '404 NOT_FOUND GET /caused/a%20404: Error: asking failed ← remote NOT_FOUND: There is no plan gold.',
      ],
      [
        'error',
        '500 BILLING_ERROR GET /passed/an%20AuthOsException%20of%20a%205xx%20code: remote BILLING_ERROR',
      ],
    ]);
  });
});

/** Answers as services do that have another contract. */
@SkipAuthOsErrors()
@Controller()
class ForeignController {
  @GrpcMethod('Plans', 'Find')
  find({ name }: Plan): never {
    throw new RpcException({ code: Number(name), message: SECRET });
  }
}

describe('the status of a service with another contract', () => {
  let asked: RunningGrpc;
  let asking: RunningHttp;
  let askingService: RunningGrpc;

  beforeAll(async () => {
    asked = await startGrpc({ controllers: [ForeignController] });
    asking = await startAsking(asked.url);
    askingService = await startGrpc({
      imports: [clientOf(asked.url)],
      controllers: [AskingService],
    });
  });

  afterAll(async () => {
    await askingService.close();
    await asking.app.close();
    await asked.close();
  });

  describe.each(['passed', 'wrapped', 'caused'])('is an answer to another call, %s on', (way) => {
    it.each([3, 5, 6, 7, 8, 13, 16])('%s', async (status) => {
      expectEnvelope(await asking.ask(way, `${status}`), 'INTERNAL_SERVER_ERROR');
    });

    it.each([4, 14])('and IO_ERROR where it did not answer: %s', async (status) => {
      expectEnvelope(await asking.ask(way, `${status}`), 'IO_ERROR');
    });
  });

  it.each(['Find', 'Fail', 'Reject'])('is not taken for our own by %s', async (method) => {
    const { error } = await askingService.client.call(`Plans/${method}`, { name: '16' });
    expectStatus(error, { code: 'INTERNAL_SERVER_ERROR' });
  });
});

it('a service that is down is IO_ERROR', async () => {
  const { app, ask } = await startAsking(`127.0.0.1:${await refusingPort()}`);
  expectEnvelope(await ask('passed', 'gold'), 'IO_ERROR');
  await app.close();
});
