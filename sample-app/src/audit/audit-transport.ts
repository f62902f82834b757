import { Transport } from '@nestjs/microservices';
import type { AppConfig } from '../config/app-config.js';

const QUEUE = 'audit-log';

/** Between the application and its audit log: NATS where there is a server, otherwise TCP on loopback. */
export function auditTransport({ NATS_URL }: AppConfig, port: number) {
  return NATS_URL
    ? ({ transport: Transport.NATS, options: { servers: NATS_URL, queue: QUEUE } } as const)
    : ({ transport: Transport.TCP, options: { host: '127.0.0.1', port } } as const);
}
