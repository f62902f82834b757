import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { AppConfig } from './app-config.js';

/** Where browsers find the application. */
@Injectable()
export class PublicUrl {
  constructor(
    private readonly config: AppConfig,
    private readonly adapterHost: HttpAdapterHost,
  ) {}

  of(path: string): URL {
    return new URL(path, this.config.PUBLIC_URL ?? `http://${this.config.HOST}:${this.port()}`);
  }

  /** Not of the configuration, where 0 leaves the choice to the system. */
  private port(): number {
    const server = this.adapterHost.httpAdapter.getHttpServer() as Server;
    return (server.address() as AddressInfo).port;
  }
}
