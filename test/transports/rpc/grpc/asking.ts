import { Controller, type DynamicModule, Get, Inject, Param } from '@nestjs/common';
import {
  type ClientGrpc,
  ClientsModule,
  GrpcMethod,
  RpcException,
  Transport,
} from '@nestjs/microservices';
import { catchError, type Observable, throwError } from 'rxjs';
import { PROTO } from './plans.client.js';
import type { Plan } from './plans.controller.js';

const PLANS = 'PLANS';

interface Plans {
  find(plan: Plan): Observable<Plan>;
}

/** The ways in which a service hands on what another answered. */
const WAYS = {
  passed: (error: unknown) => error,
  wrapped: (error: unknown) => new RpcException(error as object),
  caused: (cause: unknown) => new Error('asking failed', { cause }),
};

type Way = keyof typeof WAYS;

function ask(client: ClientGrpc, way: Way, name: string): Observable<Plan> {
  const asked = client.getService<Plans>('Plans').find({ name });
  return asked.pipe(catchError((error: unknown) => throwError(() => WAYS[way](error))));
}

/** Asks another service for whoever asks over HTTP. */
@Controller()
export class AskingController {
  constructor(@Inject(PLANS) private readonly client: ClientGrpc) {}

  @Get(':way/:name')
  find(@Param('way') way: Way, @Param('name') name: string): Observable<Plan> {
    return ask(this.client, way, name);
  }
}

/** The same over gRPC. */
@Controller()
export class AskingService {
  constructor(@Inject(PLANS) private readonly client: ClientGrpc) {}

  @GrpcMethod('Plans', 'Find')
  find({ name }: Plan): Observable<Plan> {
    return ask(this.client, 'passed', name);
  }

  @GrpcMethod('Plans', 'Fail')
  fail({ name }: Plan): Observable<Plan> {
    return ask(this.client, 'wrapped', name);
  }

  @GrpcMethod('Plans', 'Reject')
  reject({ name }: Plan): Observable<Plan> {
    return ask(this.client, 'caused', name);
  }
}

/** Nest's client of the service that is asked. */
export function clientOf(url: string): DynamicModule {
  const options = { package: 'plans', protoPath: PROTO, url };
  return ClientsModule.register([{ name: PLANS, transport: Transport.GRPC, options }]);
}
