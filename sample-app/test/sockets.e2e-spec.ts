import type { AuthOsErrorCode } from 'nestjs-authos-errors';
import request from 'supertest';
import { io, type Socket } from 'socket.io-client';
import { type SampleApp, START_TIMEOUT, startSampleApp } from './support/sample-app.process.js';
import { ACME, GLOBEX, HOOLI, UMBRELLA } from './support/seeds.js';
import './support/to-be-authos-error.js';

describe.each(['express', 'fastify'])('Sockets, on %s', (PLATFORM) => {
  let app: SampleApp;
  let socket: Socket;

  beforeAll(async () => {
    app = await startSampleApp({ PLATFORM });
  }, START_TIMEOUT);

  afterEach(() => socket.disconnect());

  afterAll(() => app.stop());

  const open = (namespace: string, token?: string): Socket =>
    (socket = io(`${app.url}/${namespace}`, {
      forceNew: true,
      reconnection: false,
      transports: ['websocket'],
      auth: token ? { token } : {},
    }));

  const next = (event: string, of = socket): Promise<unknown> =>
    new Promise((resolve) => of.once(event, resolve));

  describe('/device', () => {
    const start = async () => {
      const { body } = await request(app.url).post('/device/code').expect(200);
      return body as { device_code: string; user_code: string };
    };
    const approve = async (user_code: string) =>
      request(app.url)
        .post('/device/approve')
        .auth(await app.token({ sub: GLOBEX.owner, organizationId: GLOBEX.id }), { type: 'bearer' })
        .send({ user_code })
        .expect(204);
    const wait = (device_code: string): Promise<unknown> =>
      open('device').emitWithAck('wait', { device_code }) as Promise<unknown>;

    it('tells a waiting device that it is approved', async () => {
      const { device_code, user_code } = await start();
      expect(await wait(device_code)).toEqual({ approved: false });
      const approved = next('approved');
      await approve(user_code);
      await approved;
      await request(app.url).post('/device/token').send({ device_code }).expect(200);
    });

    it('tells a device that comes late at once', async () => {
      const { device_code, user_code } = await start();
      await approve(user_code);
      expect(await wait(device_code)).toEqual({ approved: true });
    });

    it('DEVICE_CODE_EXPIRED answers the device that waited too long', async () => {
      expect(await wait('expired-device-code')).toBeAuthOsError('DEVICE_CODE_EXPIRED');
    });

    it('NOT_FOUND answers an unknown code, without repeating it', async () => {
      expect(await wait('a-guess')).toBeAuthOsError('NOT_FOUND', {
        error: 'The requested resource does not exist.',
      });
    });

    it('BAD_REQUEST answers what is no code, as an event where nobody waits for an answer', async () => {
      const exception = next('exception', open('device'));
      socket.emit('wait', { device_code: 'x'.repeat(129) });
      expect(await exception).toBeAuthOsError('BAD_REQUEST', {
        error: 'device_code must be shorter than or equal to 128 characters',
      });
    });
  });

  describe('/usage', () => {
    const tokenOf = ({ id, owner }: typeof ACME) => app.token({ sub: owner, organizationId: id });

    it('reports what is left of the quota', async () => {
      open('usage', await tokenOf(ACME));
      expect(await socket.emitWithAck('report')).toEqual([
        { serviceId: expect.any(String), signIns: 1250, remaining: 8750 },
      ]);
    });

    it('keeps a dashboard up to date', async () => {
      const usage = next('usage', open('usage', await tokenOf(ACME)));
      socket.emit('watch');
      expect(await usage).toEqual([expect.objectContaining({ signIns: 1250 })]);
    });

    it('INTERNAL_SERVER_ERROR answers for services whose settings have no quota', async () => {
      open('usage', await tokenOf(HOOLI));
      expect(await socket.emitWithAck('report')).toBeAuthOsError('INTERNAL_SERVER_ERROR', {
        error: 'An unexpected error occurred.',
      });
    });

    it('ORGANIZATION_NOT_ACTIVE answers for a suspended organization', async () => {
      open('usage', await tokenOf(UMBRELLA));
      expect(await socket.emitWithAck('report')).toBeAuthOsError('ORGANIZATION_NOT_ACTIVE');
    });

    it.each([
      ['UNAUTHORIZED', () => undefined],
      ['JWT_ERROR', () => 'made-up'],
      ['TOKEN_EXPIRED', () => app.token({ exp: 1 })],
    ] as [AuthOsErrorCode, () => undefined | string | Promise<string>][])(
      '%s refuses the connection',
      async (code, token) => {
        open('usage', await token());
        const [payload, reason] = await Promise.all([next('exception'), next('disconnect')]);
        expect(payload).toBeAuthOsError(code);
        expect(reason).toBe('io server disconnect');
      },
    );
  });
});
