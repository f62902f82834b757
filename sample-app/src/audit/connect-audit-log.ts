import type { Server } from 'node:net';
import type { INestApplication } from '@nestjs/common';
import type { AppConfig } from '../config/app-config.js';
import { AuditClient } from './audit-client.js';
import { auditTransport } from './audit-transport.js';

/** Starts the audit log in this process, unless it runs in one of its own, and connects the application to it. */
export async function connectAuditLog(app: INestApplication, config: AppConfig): Promise<void> {
  const port = config.AUDIT_LOG === 'outside' ? config.AUDIT_PORT : await hostAuditLog(app, config);
  app.get(AuditClient, { strict: false }).connectTo(port);
}

async function hostAuditLog(app: INestApplication, config: AppConfig): Promise<number> {
  const options = auditTransport(config, 0);
  const auditLog = app.connectMicroservice(options, { inheritAppConfig: true });
  await app.startAllMicroservices();
  if (config.NATS_URL) return 0;
  const address = auditLog.unwrap<Server>().address();
  if (typeof address !== 'object' || !address) throw new Error('The audit log has no port.');
  return address.port;
}
