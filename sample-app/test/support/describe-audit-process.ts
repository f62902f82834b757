import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import request from 'supertest';
import {
  type RunningProcess,
  type SampleApp,
  START_TIMEOUT,
  startAuditLog,
  startSampleApp,
} from './sample-app.process.js';
import './to-be-authos-error.js';

/** @param NATS_URL between the two; TCP where it is empty */
export function describeAuditProcess(NATS_URL: string): void {
  let app: SampleApp;
  let auditLog: RunningProcess;

  beforeAll(async () => {
    const AUDIT_PORT = String(await freePort());
    auditLog = await startAuditLog({ AUDIT_PORT, NATS_URL });
    app = await startSampleApp({ AUDIT_LOG: 'outside', AUDIT_PORT, NATS_URL });
  }, 2 * START_TIMEOUT);

  afterAll(() => app.stop());

  const asOwner = async (test: request.Test) => test.auth(await app.token(), { type: 'bearer' });
  const rename = () =>
    asOwner(request(app.url).patch('/organization').send({ name: 'Acme Incorporated' }));

  it('records, and the application answers with the codes of its errors, and with IO_ERROR once it is gone', async () => {
    expect((await rename()).status).toBe(200);
    const { body } = await asOwner(request(app.url).get('/audit-log').query({ limit: 1 }));
    expect(body).toMatchObject({
      items: [{ action: 'organization.renamed', detail: 'Acme Incorporated' }],
    });

    const seal = () => asOwner(request(app.url).post('/audit-log/seal'));
    expect((await seal()).status).toBe(204);
    expect(await seal()).toBeAuthOsError('DUPLICATE_CONSTRAINT', {
      error: 'A resource with the same unique identifier already exists.',
    });
    expect(await rename()).toBeAuthOsError('AUDIT_ERROR', {
      error: 'The audit log entry was not recorded.',
    });
    await auditLog.printed(/AUDIT_ERROR RPC audit\.record: /);
    await app.printed(/AUDIT_ERROR PATCH \/organization: remote AUDIT_ERROR/);

    await auditLog.stop();
    expect(await rename()).toBeAuthOsError('IO_ERROR', {
      error: 'A file system or network operation failed.',
    });
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
