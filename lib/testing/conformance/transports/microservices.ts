import type { INestMicroservice, Type } from '@nestjs/common';
import { isObservable, lastValueFrom } from 'rxjs';
import { bindMessageOf } from '../../../nest/context-creators.js';
import { isGrpc } from '../../../nest/is-grpc.js';
import { BASE } from '../conformance.controller.js';
import { asSent } from './as-sent.js';
import { grpcArguments, grpcReceived } from './grpc.js';
import { type Received, type Transport, Unanswered } from './transport.js';

/** The microservices that are connected to an application. Nothing is sent: they need no broker, and no port. */
export function microserviceTransports(
  microservices: readonly INestMicroservice[],
  handlers: Type,
): Transport[] {
  return microservices.flatMap((microservice, index) => {
    const bind = bindMessageOf(microservice);
    if (!bind) return [];
    const grpc = isGrpc(microservice);
    return {
      name: grpc ? 'grpc' : 'microservice',
      place: `microservice ${index + 1}`,
      ask: async (phase) => {
        const handle = bind(new handlers() as object, phase, '');
        const args = grpc ? grpcArguments() : [{}, { getPattern: () => BASE }];
        const error = await errorOf(handle(...args));
        return grpc ? grpcReceived(error) : { error, text: asSent(error) };
      },
    } satisfies Transport;
  });
}

/** What the stream of a request fails with is what Nest sends. A handler that rejects leaves the caller without an answer. */
async function errorOf(answered: Promise<unknown>): Promise<Received['error']> {
  const result = await answered.catch(() => {
    throw new Unanswered('no answer came: a filter failed');
  });
  const success = new Unanswered('the fault was answered as a success');
  if (!isObservable(result)) throw success;
  return lastValueFrom(result, { defaultValue: undefined }).then(
    () => {
      throw success;
    },
    (error: unknown) => error,
  );
}
