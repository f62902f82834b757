import {
  BadRequestException,
  Catch,
  ConflictException,
  Controller,
  type ExceptionFilter,
  type ExecutionContext,
  ParseIntPipe,
  UseFilters,
  UseGuards,
  UsePipes,
  ValidationPipe,
} from '@nestjs/common';
import { MessagePattern, Payload, RpcException } from '@nestjs/microservices';
import {
  AuthOsErrorsModule,
  type OrganizationContext,
  RequireActiveOrganization,
  RequireFeature,
  SkipAuthOsErrors,
} from 'nestjs-authos-errors';
import { lastValueFrom, type Observable, throwError } from 'rxjs';
import { SECRET } from '../../support/expect-failure.js';
import { recordingLogger } from '../../support/recording-logger.js';
import { envelope } from '../envelope.js';
import {
  BrokenPerRequest,
  ClosedGuard,
  Own,
  RejectingFilter,
  Seat,
  ThrowingFilter,
} from '../places.js';
import type { RunningService } from './service.js';
import { startTcp } from './tcp.js';

@Catch(Own)
class OwnFilter implements ExceptionFilter {
  catch(): Observable<never> {
    return throwError(() => 'own');
  }
}

@UseFilters(OwnFilter, ThrowingFilter, RejectingFilter)
@Controller()
class FilteredController {
  @MessagePattern('own')
  own(): never {
    throw new Own(SECRET);
  }

  @MessagePattern('throwing filter')
  throwingFilter(): never {
    throw new ConflictException(SECRET);
  }

  @MessagePattern('rejecting filter')
  rejectingFilter(): never {
    throw new BadRequestException(SECRET);
  }
}

@Controller()
class PlacesController {
  @UseGuards(ClosedGuard)
  @MessagePattern('closed')
  closed(): void {}

  @UsePipes(new ValidationPipe())
  @MessagePattern('seat')
  seat(@Payload() _seat: Seat): void {}

  @MessagePattern('row')
  row(@Payload(ParseIntPipe) _row: number): void {}

  @MessagePattern('said')
  said(): never {
    throw new RpcException('Room is full.');
  }

  @MessagePattern('limited')
  limited(): never {
    throw new RpcException({ message: 'Slow down.', status: 429 });
  }

  @SkipAuthOsErrors()
  @MessagePattern('left')
  left(): never {
    throw new RpcException('Room is full.');
  }

  @RequireActiveOrganization()
  @MessagePattern('organization')
  organization(): string {
    return 'let in';
  }

  @RequireFeature('sso')
  @MessagePattern('feature')
  feature(): string {
    return 'let in';
  }
}

@Controller()
class ScopedController {
  constructor(readonly _broken: BrokenPerRequest) {}

  @MessagePattern('broken')
  broken(): void {}
}

describe('a microservice', () => {
  const logger = recordingLogger();
  const seen: ExecutionContext[] = [];
  let running: RunningService;

  beforeAll(async () => {
    running = await startTcp({
      imports: [
        AuthOsErrorsModule.forRoot({
          logger,
          tiers: { free: [], pro: ['sso'] },
          resolveOrganization: (context): OrganizationContext => {
            seen.push(context);
            return context.switchToRpc().getData<OrganizationContext>();
          },
        }),
      ],
      controllers: [PlacesController, FilteredController, ScopedController],
      providers: [BrokenPerRequest],
    });
  });

  afterAll(() => running.close());

  beforeEach(() => {
    (logger.lines as unknown[]).length = 0;
  });

  /** What a request is answered with, be it an error. */
  const ask = (pattern: string, data: unknown = { password: SECRET }): Promise<unknown> =>
    lastValueFrom(running.client.send<unknown>(pattern, data)).catch((error: unknown) => error);

  it.each([
    ['closed', 'FORBIDDEN', 'Forbidden resource'],
    ['seat', 'BAD_REQUEST', 'row must be an integer number'],
    ['row', 'BAD_REQUEST', 'Validation failed (numeric string is expected)'],
    ['said', 'BAD_REQUEST', 'Room is full.'],
    ['limited', 'TOO_MANY_REQUESTS', 'Slow down.'],
    ['broken', 'INTERNAL_SERVER_ERROR', undefined],
    ['throwing filter', 'INTERNAL_SERVER_ERROR', undefined],
    ['rejecting filter', 'INTERNAL_SERVER_ERROR', undefined],
  ] as const)('answers %s', async (pattern, code, text) => {
    expect(await ask(pattern)).toEqual(envelope(code, text));
    expect(logger.lines).toHaveLength(1);
  });

  it.each([
    ['organization', { status: 'suspended' }, 'ORGANIZATION_NOT_ACTIVE'],
    ['feature', { status: 'active', tier: 'free' }, 'FEATURE_NOT_AVAILABLE_IN_TIER'],
  ] as const)('answers for the guard of %s', async (pattern, organization, code) => {
    expect(await ask(pattern, organization)).toEqual(envelope(code));
    expect(seen.at(-1)?.getType()).toBe('rpc');
    expect(await ask(pattern, { status: 'active', tier: 'pro' })).toBe('let in');
  });

  it('asks the filters of the application first', async () => {
    expect(await ask('own')).toBe('own');
    expect(logger.lines).toEqual([]);
  });

  it('leaves to Nest what is skipped', async () => {
    expect(await ask('left')).toEqual({ status: 'error', message: 'Room is full.' });
    expect(logger.lines).toEqual([]);
  });
});
