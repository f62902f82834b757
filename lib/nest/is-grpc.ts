import type { INestMicroservice } from '@nestjs/common';

/** `Transport.GRPC` of @nestjs/microservices. */
const GRPC = 4;

/** A microservice of Nest, which has its server under another name before version 11. */
interface WithServer {
  readonly serverInstance?: { readonly transportId?: unknown };
  readonly server?: { readonly transportId?: unknown };
}

export function isGrpc(microservice: INestMicroservice): boolean {
  const { serverInstance, server } = microservice as unknown as WithServer;
  return (serverInstance ?? server)?.transportId === GRPC;
}
