import {
  type ArgumentsHost,
  BadRequestException,
  type CallHandler,
  type CanActivate,
  Catch,
  ConflictException,
  type ExceptionFilter,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  ParseIntPipe,
  Scope,
  UseFilters,
  UseGuards,
  UseInterceptors,
  ValidationPipe,
} from '@nestjs/common';
import { MessageBody, SubscribeMessage, WebSocketGateway, WsException } from '@nestjs/websockets';
import {
  AuthOsErrorsModule,
  type OrganizationContext,
  RequireActiveOrganization,
  RequireFeature,
  SkipAuthOsErrors,
} from 'nestjs-authos-errors';
import { catchError, type Observable, throwError } from 'rxjs';
import { SECRET } from '../../support/expect-failure.js';
import { recordingLogger } from '../../support/recording-logger.js';
import { envelope } from '../envelope.js';
import { ClosedGuard, Own, RejectingFilter, Seat, ThrowingFilter } from '../places.js';
import {
  type GatewayClient,
  PROTOCOLS,
  type RunningGateways,
  startGateways,
  SOCKET_IO,
} from './gateways.js';

@Injectable()
class FailingGuard implements CanActivate {
  canActivate(): never {
    throw new Error(SECRET);
  }
}

@Injectable()
class FailingInterceptor implements NestInterceptor {
  intercept(): never {
    throw new Error(SECRET);
  }
}

@Injectable()
class RephrasingInterceptor implements NestInterceptor {
  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next
      .handle()
      .pipe(catchError(() => throwError(() => new ConflictException('The seat is taken.'))));
  }
}

@Injectable({ scope: Scope.REQUEST })
class PerRequest {}

@Catch(Own)
class OwnFilter implements ExceptionFilter {
  catch(_error: Own, host: ArgumentsHost): void {
    const [client, , acknowledge] =
      host.getArgs<[{ send(text: string): void }, unknown, unknown]>();
    if (typeof acknowledge === 'function') acknowledge('own');
    else client.send('"own"');
  }
}

@UseFilters(OwnFilter, ThrowingFilter, RejectingFilter)
@WebSocketGateway()
class PlacesGateway {
  @UseGuards(ClosedGuard)
  @SubscribeMessage('closed')
  closed(): void {}

  @UseGuards(FailingGuard)
  @SubscribeMessage('failing guard')
  failingGuard(): void {}

  @SubscribeMessage('rejecting filter')
  rejectingFilter(): never {
    throw new BadRequestException(SECRET);
  }

  @SubscribeMessage('said')
  said(): never {
    throw new WsException('Room is full.');
  }

  @SubscribeMessage('limited')
  limited(): never {
    throw new WsException({ message: 'Slow down.', status: 429 });
  }

  @UseInterceptors(FailingInterceptor)
  @SubscribeMessage('failing interceptor')
  failingInterceptor(): void {}

  @UseInterceptors(RephrasingInterceptor)
  @SubscribeMessage('throwing filter')
  throwingFilter(): never {
    throw new Error(SECRET);
  }

  @SubscribeMessage('own')
  own(): never {
    throw new Own(SECRET);
  }

  @RequireActiveOrganization()
  @SubscribeMessage('organization')
  organization(): string {
    return 'let in';
  }

  @RequireFeature('sso')
  @SubscribeMessage('feature')
  feature(): string {
    return 'let in';
  }
}

@WebSocketGateway()
class ValidatingGateway {
  @SubscribeMessage('seat')
  seat(@MessageBody(new ValidationPipe()) _seat: Seat): void {}

  @SubscribeMessage('row')
  row(@MessageBody(ParseIntPipe) _row: number): void {}
}

/** What Nest builds anew for each message. */
@WebSocketGateway()
class ScopedGateway {
  constructor(readonly _perRequest: PerRequest) {}

  @SubscribeMessage('scoped')
  scoped(): never {
    throw new ConflictException('The seat is taken.');
  }
}

@SkipAuthOsErrors()
@WebSocketGateway()
class LeftGateway {
  @SubscribeMessage('left')
  left(): never {
    throw new WsException('Room is full.');
  }
}

@WebSocketGateway()
class HalfLeftGateway {
  @SkipAuthOsErrors()
  @SubscribeMessage('half left')
  left(): never {
    throw new WsException('Room is full.');
  }

  @SubscribeMessage('half answered')
  answered(): never {
    throw new WsException('Room is full.');
  }
}

describe.each(PROTOCOLS)('over $name', (protocol) => {
  const logger = recordingLogger();
  let running: RunningGateways;
  let client: GatewayClient;
  const seen: ExecutionContext[] = [];

  beforeAll(async () => {
    running = await startGateways(protocol, {
      imports: [
        AuthOsErrorsModule.forRoot({
          logger,
          tiers: { free: [], pro: ['sso'] },
          resolveOrganization: (context): OrganizationContext => {
            seen.push(context);
            return context.switchToWs().getData<OrganizationContext>();
          },
        }),
      ],
      providers: [
        PlacesGateway,
        ValidatingGateway,
        ScopedGateway,
        LeftGateway,
        HalfLeftGateway,
        PerRequest,
      ],
    });
    client = await protocol.connect(running.url);
  });

  afterAll(async () => {
    client.close();
    await running.app.close();
  });

  it.each([
    ['closed', 'FORBIDDEN', 'Forbidden resource'],
    ['failing guard', 'INTERNAL_SERVER_ERROR', undefined],
    ['row', 'BAD_REQUEST', 'Validation failed (numeric string is expected)'],
    ['seat', 'BAD_REQUEST', 'row must be an integer number'],
    ['said', 'BAD_REQUEST', 'Room is full.'],
    ['limited', 'TOO_MANY_REQUESTS', 'Slow down.'],
    ['failing interceptor', 'INTERNAL_SERVER_ERROR', undefined],
    ['scoped', 'DUPLICATE_CONSTRAINT', 'The seat is taken.'],
    ['half answered', 'BAD_REQUEST', 'Room is full.'],
  ] as const)('answers %s', async (event, code, text) => {
    (logger.lines as unknown[]).length = 0;
    const answer = await client.ask(event, { password: SECRET });
    expect(answer).toEqual(protocol.answer(envelope(code, text)));
    expect(logger.lines).toHaveLength(1);
  });

  it.each(['throwing filter', 'rejecting filter'])('answers for a %s', async (event) => {
    const answer = await client.ask(event);
    expect(answer).toEqual(protocol.answer(envelope('INTERNAL_SERVER_ERROR')));
  });

  it.each(['left', 'half left'])('leaves %s to Nest', async (event) => {
    (logger.lines as unknown[]).length = 0;
    const answer = await client.exception(event);
    expect(answer).toMatchObject({ status: 'error', message: 'Room is full.' });
    expect(logger.lines).toEqual([]);
  });

  it('asks the filters of the application first', async () => {
    (logger.lines as unknown[]).length = 0;
    expect(await client.ask('own')).toBe('own');
    expect(logger.lines).toEqual([]);
  });

  it.each([
    ['organization', { status: 'suspended' }, 'ORGANIZATION_NOT_ACTIVE'],
    ['feature', { status: 'active', tier: 'free' }, 'FEATURE_NOT_AVAILABLE_IN_TIER'],
  ] as const)('answers for the guard of %s', async (event, organization, code) => {
    expect(await client.ask(event, organization)).toEqual(protocol.answer(envelope(code)));
    expect(seen.at(-1)?.getType()).toBe('ws');
    const letIn = { status: 'active', tier: 'pro' };
    expect(await client.ask(event, letIn)).toBe('let in');
  });
});

describe('over socket.io', () => {
  @WebSocketGateway({ namespace: 'plans' })
  class PlansGateway {
    @SubscribeMessage('gold')
    gold(): never {
      throw new ConflictException('The seat is taken.');
    }
  }

  it('answers in a namespace', async () => {
    const imports = [AuthOsErrorsModule];
    const { app, url } = await startGateways(SOCKET_IO, { imports, providers: [PlansGateway] });
    const client = await SOCKET_IO.connect(`${url}/plans`);
    const answer = await client.ask('gold');
    expect(answer).toEqual(envelope('DUPLICATE_CONSTRAINT', 'The seat is taken.'));
    client.close();
    await app.close();
  });
});
