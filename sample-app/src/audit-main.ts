import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { MicroserviceOptions } from '@nestjs/microservices';
import { auditTransport } from './audit/audit-transport.js';
import { AuditProcessModule } from './audit/log/audit-process.module.js';
import { AppConfig } from './config/app-config.js';
import { validationPipe } from './config/validation-pipe.js';

const config = AppConfig.fromEnvironment(process.env);
const auditLog = await NestFactory.createMicroservice<MicroserviceOptions>(
  AuditProcessModule,
  auditTransport(config, config.AUDIT_PORT),
);
auditLog.useGlobalPipes(validationPipe());
auditLog.enableShutdownHooks(['SIGINT', 'SIGTERM'], { useProcessExit: true });
await auditLog.listen();
process.stdout.write(
  `The audit log listens ${config.NATS_URL ? 'on NATS' : `at 127.0.0.1:${config.AUDIT_PORT}`}\n`,
);
