import { Injectable, Scope, type Type } from '@nestjs/common';
import type { OnGatewayConnection, OnGatewayDisconnect } from '@nestjs/websockets';
import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { AUTHOS_ERRORS, AuthOsErrorsModule, AuthOsException } from 'nestjs-authos-errors';
import { SECRET } from '../../support/expect-failure.js';
import { recordingLogger } from '../../support/recording-logger.js';
import { THROWN_VALUES } from '../thrown-values.js';
import { envelope, payloadOf } from '../envelope.js';
import { PROTOCOLS, type RunningGateways, startGateways } from './gateways.js';

/** What the next connection fails with. */
let thrown: () => unknown;

@WebSocketGateway()
class ThrowingGateway implements OnGatewayConnection {
  handleConnection(): void {
    throw thrown();
  }
}

@WebSocketGateway()
class RejectingGateway implements OnGatewayConnection {
  async handleConnection(): Promise<void> {
    throw thrown();
  }
}

/** Refuses by the method of its parent, which is covered as well. */
@WebSocketGateway()
class InheritingGateway extends RejectingGateway {
  override async handleConnection(): Promise<void> {
    await super.handleConnection();
  }
}

@Injectable({ scope: Scope.REQUEST })
class Broken {
  constructor() {
    throw thrown();
  }
}

/** Nest builds it for each connection. */
@WebSocketGateway()
class BrokenGateway {
  constructor(readonly _broken: Broken) {}

  @SubscribeMessage('ping')
  ping(): void {}
}

@WebSocketGateway()
class BrokenHookGateway extends BrokenGateway implements OnGatewayConnection {
  constructor(broken: Broken) {
    super(broken);
  }

  handleConnection(): void {}
}

@WebSocketGateway()
class LeavingGateway implements OnGatewayDisconnect {
  @SubscribeMessage('ping')
  ping(): string {
    return 'pong';
  }

  async handleDisconnect(): Promise<void> {
    throw thrown();
  }
}

describe.each(PROTOCOLS)('a connection over $name', (protocol) => {
  const logger = recordingLogger();
  let onError = (): void => {};
  let running: RunningGateways;

  beforeEach(() => {
    (logger.lines as unknown[]).length = 0;
  });

  const start = async (gateway: Type) => {
    running = await startGateways(protocol, {
      imports: [AuthOsErrorsModule.forRoot({ logger, onError: () => onError() })],
      providers: [gateway, Broken],
    });
    (logger.lines as unknown[]).length = 0;
  };

  describe.each([
    ['throws', ThrowingGateway],
    ['rejects', RejectingGateway],
    ['rejects by that of its parent', InheritingGateway],
  ])('whose handleConnection %s', (_how, gateway) => {
    beforeAll(() => start(gateway));
    afterAll(() => running.app.close());

    it.each(THROWN_VALUES)('is refused: $name', async (row) => {
      const { code } = row;
      let reports = 0;
      onError = () => reports++;
      thrown = row.thrown;
      expect(await protocol.beRefused(running.url)).toEqual({
        sent: [payloadOf(row)],
        closed: protocol.closedWith(code),
      });
      expect(logger.lines.map(([, line]) => line)).toEqual([
        expect.stringContaining(`${AUTHOS_ERRORS[code].status} ${code} WS handleConnection: `),
      ]);
      expect(reports).toBe(1);
    });
  });

  describe('whose handleDisconnect rejects', () => {
    beforeAll(() => start(LeavingGateway));
    afterAll(() => running.app.close());

    it.each([
      ['warn', () => new AuthOsException('NOT_FOUND', 'No such room.'), '404 NOT_FOUND'],
      ['error', () => new TypeError('Broken.'), '500 INTERNAL_SERVER_ERROR'],
    ])('is logged at %s, and the next client is served', async (level, value, start) => {
      thrown = value;
      const heard = new Promise<void>((resolve) => (onError = resolve));
      const leaving = await protocol.connect(running.url);
      leaving.close();
      await heard;
      expect(logger.lines.map(([at, line]) => [at, line])).toEqual([
        [level, expect.stringContaining(`${start} WS handleDisconnect: `)],
      ]);
      const heardAgain = new Promise<void>((resolve) => (onError = resolve));
      const next = await protocol.connect(running.url);
      expect(await next.ask('ping')).toBe('pong');
      next.close();
      await heardAgain;
    });
  });

  describe.each([
    ['with a handleConnection', BrokenHookGateway],
    ['without one', BrokenGateway],
  ])('whose gateway is built for each connection, %s', (_name, gateway) => {
    beforeAll(() => start(gateway));
    afterAll(() => running.app.close());

    it('is refused when that fails', async () => {
      thrown = () => new Error(SECRET);
      let reports = 0;
      const both = new Promise<void>((resolve) => {
        onError = () => (++reports === 2 ? resolve() : undefined);
      });
      expect(await protocol.beRefused(running.url)).toEqual({
        sent: [envelope('INTERNAL_SERVER_ERROR')],
        closed: protocol.closedWith('INTERNAL_SERVER_ERROR'),
      });
      await both;
      expect(logger.lines.map(([, line]) => line)).toEqual([
        expect.stringContaining('500 INTERNAL_SERVER_ERROR WS handleConnection: Error'),
        expect.stringContaining('500 INTERNAL_SERVER_ERROR WS handleDisconnect: Error'),
      ]);
    });
  });

  it('never says more than the code of what it was closed for', async () => {
    await start(ThrowingGateway);
    thrown = () => new Error(SECRET);
    expect(JSON.stringify(await protocol.beRefused(running.url))).not.toContain(SECRET);
    await running.app.close();
  });
});
