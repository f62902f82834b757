import {
  Catch,
  Controller,
  type ExceptionFilter,
  type ExecutionContext,
  Injectable,
  NotFoundException,
  Scope,
  UseFilters,
  UseGuards,
  UseInterceptors,
  UsePipes,
  ValidationPipe,
} from '@nestjs/common';
import type { Metadata } from '@grpc/grpc-js';
import { GrpcMethod, GrpcStreamMethod, RpcException } from '@nestjs/microservices';
import { IsInt, IsNotEmpty } from 'class-validator';
import { RequireFeature, SkipAuthOsErrors } from 'nestjs-authos-errors';
import { type Observable, throwError } from 'rxjs';
import { SECRET } from '../../../support/expect-failure.js';
import { expectStatus } from './expect-status.js';
import { type RunningGrpc, startGrpc } from './grpc-server.js';

class NamedPlan {
  @IsNotEmpty()
  name!: string;

  @IsInt()
  price!: number;
}

class Declined extends Error {}

@Catch(Declined)
class DeclinedFilter implements ExceptionFilter {
  catch(): Observable<never> {
    return throwError(() => ({ code: 10, details: 'Declined.' }));
  }
}

@Catch(NotFoundException)
class FailingFilter implements ExceptionFilter {
  catch(): never {
    throw new Error(SECRET);
  }
}

@Injectable({ scope: Scope.REQUEST })
class Broken {
  constructor() {
    throw new Error(SECRET);
  }
}

/** Fails before its methods are reached, or is not answered by the library. */
@Controller()
class AroundController {
  @UseGuards({ canActivate: () => false })
  @GrpcMethod('Plans', 'Find')
  find(): object {
    return {};
  }

  @UsePipes(new ValidationPipe())
  @GrpcMethod('Plans', 'Reject')
  reject(_plan: NamedPlan): object {
    return {};
  }

  @UseInterceptors({ intercept: () => throwError(() => new NotFoundException('No plan.')) })
  @GrpcMethod('Plans', 'Fail')
  fail(): object {
    return {};
  }

  @RequireFeature('sso')
  @GrpcMethod('Plans', 'Watch')
  watch(): object {
    return {};
  }

  @UseGuards({ canActivate: () => false })
  @GrpcStreamMethod('Plans', 'Upload')
  upload(): object {
    return {};
  }

  @RequireFeature('sso')
  @GrpcStreamMethod('Plans', 'Discuss')
  discuss(): object {
    return {};
  }
}

/** Answers with filters of the application. */
@Controller()
class OwnController {
  @UseFilters(DeclinedFilter)
  @GrpcMethod('Plans', 'Find')
  find(): never {
    throw new Declined(SECRET);
  }

  @UseFilters(FailingFilter)
  @GrpcMethod('Plans', 'Reject')
  reject(): never {
    throw new NotFoundException();
  }

  @SkipAuthOsErrors()
  @GrpcMethod('Plans', 'Fail')
  fail({ name }: { name: string }): never {
    throw name === 'rpc' ? new RpcException({ code: 5, message: 'Own.' }) : new Error(SECRET);
  }
}

@Controller()
class RequestController {
  constructor(readonly broken: Broken) {}

  @GrpcMethod('Plans', 'Find')
  find(): object {
    return {};
  }
}

let running: RunningGrpc;

afterEach(() => running.close());

describe('what fails before the handler', () => {
  beforeEach(async () => {
    /** By what the client has sent beside its message, as with a token. */
    const resolveOrganization = (context: ExecutionContext) => ({
      status: 'active' as const,
      tier: String(context.switchToRpc().getContext<Metadata>().get('tier')[0] ?? 'free'),
    });
    running = await startGrpc(
      { controllers: [AroundController] },
      { resolveOrganization, tiers: { free: [] } },
    );
  });

  it.each(['Find', 'Upload'])('a guard that denies is FORBIDDEN: %s', async (method) => {
    const { error } = await running.client.call(`Plans/${method}`, {});
    expectStatus(error, { code: 'FORBIDDEN', text: 'Forbidden resource' });
  });

  it.each(['Watch', 'Discuss'])('a guard of the library says its code: %s', async (method) => {
    const { error, values } = await running.client.call(`Plans/${method}`, {});
    expect(values).toEqual([]);
    expectStatus(error, { code: 'FEATURE_NOT_AVAILABLE_IN_TIER' });
  });

  it('the validation pipe says every text', async () => {
    const { error } = await running.client.call('Plans/Reject', { name: '' });
    expectStatus(error, {
      code: 'BAD_REQUEST',
      text: 'name should not be empty; price must be an integer number',
    });
  });

  it('an interceptor is answered', async () => {
    const { error } = await running.client.call('Plans/Fail', {});
    expectStatus(error, { code: 'NOT_FOUND', text: 'No plan.' });
  });
});

it('a provider of the request that fails is answered', async () => {
  running = await startGrpc({ controllers: [RequestController], providers: [Broken] });
  const { error } = await running.client.call('Plans/Find', {});
  expectStatus(error, { code: 'INTERNAL_SERVER_ERROR' });
});

describe('a filter of the application', () => {
  beforeEach(async () => {
    running = await startGrpc({ controllers: [OwnController] });
  });

  it('is asked first', async () => {
    const { error } = await running.client.call('Plans/Find', {});
    expect(error).toMatchObject({ code: 10, details: 'Declined.' });
    expect(running.logger.lines).toEqual([]);
  });

  it('that fails is answered', async () => {
    const { error } = await running.client.call('Plans/Reject', {});
    expectStatus(error, { code: 'INTERNAL_SERVER_ERROR' });
  });
});

describe('@SkipAuthOsErrors()', () => {
  beforeEach(async () => {
    running = await startGrpc({ controllers: [OwnController] });
  });

  it("keeps Nest's own answer", async () => {
    const { error } = await running.client.call('Plans/Fail', {});
    expect(error).toMatchObject({ code: 2, details: 'Internal server error' });
    expect(running.logger.lines).toEqual([]);
  });

  it("keeps the status of Nest's own exception", async () => {
    const { error } = await running.client.call('Plans/Fail', { name: 'rpc' });
    expect(error).toMatchObject({ code: 5, details: 'Own.' });
    expect(running.logger.lines).toEqual([]);
  });
});
