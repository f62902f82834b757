import {
  AbilityBuilder,
  createMongoAbility,
  ForbiddenError,
  type MongoAbility,
} from '@casl/ability';
import {
  type CanActivate,
  Controller,
  type ExecutionContext,
  Get,
  type INestApplication,
  Injectable,
  UseGuards,
} from '@nestjs/common';
import { AccessControl } from 'accesscontrol';
import { AuthOsErrorsModule } from 'nestjs-authos-errors';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import request from 'supertest';
import { expectEnvelope } from '../support/expect-envelope.js';
import { PLATFORMS, startApp } from '../support/start-app.js';

const access = new AccessControl();
access.grant('user').readAny('plan');

const { can, build } = new AbilityBuilder<MongoAbility>(createMongoAbility);
can('read', 'Plan');
const ability = build();

@Injectable()
class AbilityGuard implements CanActivate {
  canActivate(): boolean {
    ForbiddenError.from(ability).throwUnlessCan('buy', 'Plan');
    return true;
  }
}

@Injectable()
class RolesGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { headers } = context.switchToHttp().getRequest<{ headers: Record<string, string> }>();
    return access.can(headers['x-role'] ?? 'nobody').readAny('plan').granted;
  }
}

@Injectable()
class RateLimitGuard implements CanActivate {
  private readonly limiter = new RateLimiterMemory({ points: 1, duration: 30 });

  async canActivate(): Promise<boolean> {
    await this.limiter.consume('everybody');
    return true;
  }
}

@Controller()
class PlansController {
  @Get('ability')
  @UseGuards(AbilityGuard)
  ability(): string {
    return 'plans';
  }

  @Get('handler')
  handler(): string {
    ForbiddenError.from(ability).setMessage('secret').throwUnlessCan('buy', 'Plan');
    return 'plans';
  }

  @Get('wrapped')
  wrapped(): string {
    try {
      return this.handler();
    } catch (cause) {
      throw new Error('buying failed', { cause });
    }
  }

  @Get('roles')
  @UseGuards(RolesGuard)
  roles(): string {
    return 'plans';
  }

  @Get('limited')
  @UseGuards(RateLimitGuard)
  limited(): string {
    return 'plans';
  }
}

describe.each(PLATFORMS)('a policy library on %s', (platform) => {
  let app: INestApplication;
  let url: string;

  beforeAll(async () => {
    ({ app, url } = await startApp(platform, {
      imports: [AuthOsErrorsModule],
      controllers: [PlansController],
    }));
  });

  afterAll(() => app.close());

  it.each([
    ['CASL in a guard', '/ability'],
    ['CASL in a handler', '/handler'],
    ["CASL below the application's own error", '/wrapped'],
    ['accesscontrol of a role that it does not know', '/roles'],
  ])('%s answers FORBIDDEN', async (_what, path) => {
    expectEnvelope(await request(url).get(path), 'FORBIDDEN');
  });

  it('accesscontrol lets a role pass that it knows', async () => {
    expect((await request(url).get('/roles').set('x-role', 'user')).text).toBe('plans');
  });

  it('rate-limiter-flexible answers TOO_MANY_REQUESTS with its Retry-After', async () => {
    expect((await request(url).get('/limited')).text).toBe('plans');
    expectEnvelope(await request(url).get('/limited'), 'TOO_MANY_REQUESTS', {
      headers: { 'retry-after': '30' },
    });
  });
});
