import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestMicroservice, ModuleMetadata } from '@nestjs/common';
import { type GrpcOptions, Transport } from '@nestjs/microservices';
import { Test } from '@nestjs/testing';
import {
  AuthOsErrorsModule,
  type AuthOsErrorsOptions,
  type ErrorReport,
} from 'nestjs-authos-errors';
import { recordingLogger, type RecordingLogger } from '../../../support/recording-logger.js';
import { PlansClient, PROTO } from './plans.client.js';

export interface RunningGrpc {
  readonly app: INestMicroservice;
  /** Where it listens, for a client. */
  readonly url: string;
  readonly client: PlansClient;
  /** What the library logs, but for what it says at boot. */
  readonly logger: RecordingLogger;
  readonly reports: readonly ErrorReport[];
  readonly close: () => Promise<void>;
}

/** Starts a microservice of gRPC on a socket of its own, so that no port is needed. */
export async function startGrpc(
  metadata: ModuleMetadata,
  options: AuthOsErrorsOptions = {},
  configure: (app: INestMicroservice) => unknown = () => {},
): Promise<RunningGrpc> {
  const logger = recordingLogger();
  const reports: ErrorReport[] = [];
  const onError = (report: ErrorReport) => void reports.push(report);
  const directory = await mkdtemp(join(tmpdir(), 'grpc-'));
  const url = `unix:${join(directory, 'socket')}`;
  const authos = AuthOsErrorsModule.forRoot({ logger, onError, ...options });
  const module = await Test.createTestingModule({
    ...metadata,
    imports: [authos, ...(metadata.imports ?? [])],
  }).compile();
  const app = module.createNestMicroservice<GrpcOptions>({
    transport: Transport.GRPC,
    options: { package: 'plans', protoPath: PROTO, url },
    logger: false,
  });
  await configure(app);
  await app.listen();
  (logger.lines as unknown[]).length = 0;
  const client = new PlansClient(url);
  const close = async (): Promise<void> => {
    client.close();
    await app.close();
    await rm(directory, { recursive: true });
  };
  return { app, url, client, logger, reports, close };
}
