import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type ClientProxy, ClientProxyFactory } from '@nestjs/microservices';
import { firstValueFrom, timeout } from 'rxjs';
import { AppConfig } from '../config/app-config.js';
import type { AuditPattern } from './audit-pattern.js';
import { auditTransport } from './audit-transport.js';

const PATIENCE = 5_000;

/** Asks the audit log. What it answers with an error is thrown as it came: the application answers with the same code. */
@Injectable()
export class AuditClient implements OnApplicationShutdown {
  private proxy?: ClientProxy;

  constructor(private readonly config: AppConfig) {}

  /** @param port of the audit log on loopback, where it is reached over TCP */
  connectTo(port: number): void {
    this.proxy = ClientProxyFactory.create(auditTransport(this.config, port));
  }

  async ask<Answer>(pattern: AuditPattern, question: object): Promise<Answer> {
    if (!this.proxy) throw new Error('The audit log was not connected.');
    return firstValueFrom(this.proxy.send<Answer>(pattern, question).pipe(timeout(PATIENCE)));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.proxy?.close();
  }
}
