import type { Server } from 'node:http';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';

const GRACE = 3_000;

/** Requests in flight may finish. Without a deadline, one stalled upload would keep the process from ending. */
@Injectable()
export class ShutdownDeadline implements BeforeApplicationShutdown {
  constructor(private readonly adapterHost: HttpAdapterHost) {}

  beforeApplicationShutdown(): void {
    const server = this.adapterHost.httpAdapter.getHttpServer() as Server;
    setTimeout(() => server.closeAllConnections(), GRACE).unref();
  }
}
