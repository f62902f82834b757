import { inspect } from 'node:util';
import { Controller, type ExecutionContext, Get, type INestApplication } from '@nestjs/common';
import {
  AuthOsErrorsModule,
  type AuthOsErrorsOptions,
  AuthOsException,
  type OrganizationContext,
  RequireActiveOrganization,
  RequireFeature,
} from 'nestjs-authos-errors';
import { ExecutionContextHost } from '@nestjs/core/internal';
import request from 'supertest';
import { resolveOptions } from '../../lib/options/resolve-options.js';
import { OrganizationAccess } from '../../lib/access/organization-access.js';
import { expectEnvelope } from '../support/expect-envelope.js';
import { PLATFORMS, startApp } from '../support/start-app.js';

@Controller('active')
@RequireActiveOrganization()
class ActiveController {
  @Get()
  read(): string {
    return 'read';
  }
}

@Controller('mixed')
class MixedController {
  @Get('open')
  open(): string {
    return 'read';
  }

  @Get('active')
  @RequireActiveOrganization()
  active(): string {
    return 'read';
  }

  @Get('both')
  @RequireFeature('sso', 'audit')
  both(): string {
    return 'read';
  }

  @Get('twice')
  @RequireFeature('sso')
  @RequireFeature('audit')
  twice(): string {
    return 'read';
  }

  @Get('constructor')
  @RequireFeature('constructor')
  inherited(): string {
    return 'read';
  }
}

@Controller('feature')
@RequireFeature('sso')
class FeatureController {
  @Get()
  read(): string {
    return 'read';
  }

  @Get('more')
  @RequireFeature('audit')
  more(): string {
    return 'read';
  }

  @Get('status')
  @RequireActiveOrganization()
  status(): string {
    return 'read';
  }
}

const CONTROLLERS = [ActiveController, MixedController, FeatureController];
const TIERS = { pro: ['sso'], enterprise: ['sso', 'audit'] };

type Resolver = NonNullable<AuthOsErrorsOptions['resolveOrganization']>;

describe.each(PLATFORMS)('the guards on %s', (platform) => {
  let app: INestApplication;
  let url: string;
  let resolveOrganization: Resolver;
  let calls: number;

  beforeAll(async () => {
    const options: AuthOsErrorsOptions = {
      tiers: TIERS,
      resolveOrganization: (context) => {
        calls++;
        return resolveOrganization(context);
      },
    };
    ({ app, url } = await startApp(platform, {
      imports: [AuthOsErrorsModule.forRoot(options)],
      controllers: CONTROLLERS,
    }));
  });

  beforeEach(() => {
    calls = 0;
  });

  afterAll(() => app.close());

  function given(organization: unknown): void {
    resolveOrganization = () => organization as OrganizationContext;
  }

  async function expectPass(path: string): Promise<void> {
    const { status, text } = await request(url).get(path);
    expect({ path, status, text }).toEqual({ path, status: 200, text: 'read' });
  }

  it.each(['/active', '/mixed/active', '/mixed/open'])(
    'let an active organization pass %s',
    async (path) => {
      given({ status: 'active' });
      await expectPass(path);
    },
  );

  it.each(['pending', 'suspended', 'rejected', 'ACTIVE', undefined, true])(
    'stop an organization whose status is %p',
    async (status) => {
      given({ status, tier: 'enterprise' });
      for (const path of [
        '/active',
        '/mixed/active',
        '/mixed/both',
        '/feature',
        '/feature/status',
      ]) {
        expectEnvelope(await request(url).get(path), 'ORGANIZATION_NOT_ACTIVE');
      }
    },
  );

  it.each([undefined, null, 'active', 7])(
    'forbid a request whose organization is %p',
    async (organization) => {
      given(organization);
      for (const path of ['/active', '/feature']) {
        expectEnvelope(await request(url).get(path), 'FORBIDDEN');
      }
    },
  );

  it('grant the features of the tier, all of those that are listed', async () => {
    given({ status: 'active', tier: 'pro' });
    await expectPass('/feature');
    expectEnvelope(await request(url).get('/mixed/both'), 'FEATURE_NOT_AVAILABLE_IN_TIER');
    given({ status: 'active', tier: 'enterprise' });
    await expectPass('/mixed/both');
  });

  it('add up where a method has several decorators', async () => {
    for (const feature of ['sso', 'audit']) {
      given({ status: 'active', features: [feature] });
      expectEnvelope(await request(url).get('/mixed/twice'), 'FEATURE_NOT_AVAILABLE_IN_TIER');
    }
    given({ status: 'active', features: ['sso', 'audit'] });
    await expectPass('/mixed/twice');
  });

  it('add the features of a method to those of its class', async () => {
    given({ status: 'active', features: ['audit'] });
    expectEnvelope(await request(url).get('/feature/more'), 'FEATURE_NOT_AVAILABLE_IN_TIER');
    given({ status: 'active', features: ['audit', 'sso'] });
    await expectPass('/feature/more');
  });

  it.each<[string, Partial<OrganizationContext>, boolean]>([
    ['a list that has the feature', { features: ['sso'] }, true],
    ['a list beside the tier', { tier: 'pro', features: ['audit'] }, true],
    ['a record that grants', { features: { sso: true } }, true],
    ['a record that denies what the tier grants', { tier: 'pro', features: { sso: false } }, false],
    ['a record beside the tier', { tier: 'pro', features: { audit: false } }, true],
    ['a record with another truth', { features: { sso: 'yes' as unknown as boolean } }, false],
    ['an unknown tier', { tier: 'gold' }, false],
    ['an inherited tier', { tier: 'constructor' }, false],
    ['nothing', {}, false],
  ])('decide by %s', async (_name, organization, granted) => {
    given({ status: 'active', ...organization });
    if (granted) await expectPass('/feature');
    else expectEnvelope(await request(url).get('/feature'), 'FEATURE_NOT_AVAILABLE_IN_TIER');
  });

  it('grant nothing that is only inherited', async () => {
    given({ status: 'active', tier: 'pro', features: {} });
    expectEnvelope(await request(url).get('/mixed/constructor'), 'FEATURE_NOT_AVAILABLE_IN_TIER');
  });

  it('wait for an asynchronous resolver', async () => {
    resolveOrganization = async () => Promise.resolve({ status: 'active' });
    await expectPass('/active');
    resolveOrganization = async () => Promise.resolve(undefined);
    expectEnvelope(await request(url).get('/active'), 'FORBIDDEN');
  });

  it.each([
    [
      'throws',
      () => {
        throw new AuthOsException('DATABASE_ERROR');
      },
    ],
    ['rejects', () => Promise.reject(new AuthOsException('DATABASE_ERROR'))],
  ])('answer the error of a resolver that %s', async (_how, resolver) => {
    resolveOrganization = resolver;
    expectEnvelope(await request(url).get('/active'), 'DATABASE_ERROR');
    expectEnvelope(await request(url).get('/feature'), 'DATABASE_ERROR');
  });

  it('ask the resolver once per request, with its context', async () => {
    const handlers: string[] = [];
    resolveOrganization = (context: ExecutionContext) => {
      handlers.push(context.getHandler().name);
      return { status: 'active', features: ['sso', 'audit'] };
    };
    await expectPass('/feature/more');
    await expectPass('/feature/status');
    expect({ calls, handlers }).toEqual({ calls: 2, handlers: ['more', 'status'] });
  });
});

describe.each(PLATFORMS)('the guards on %s without a resolver', (platform) => {
  it.each([
    ['request.organization', { organization: { status: 'active' } }],
    ['request.user.organization', { user: { organization: { status: 'active' } } }],
  ])('find %s', async (_where, properties) => {
    const { app, url } = await startApp(
      platform,
      {
        imports: [AuthOsErrorsModule],
        controllers: [ActiveController],
        providers: [],
      },
      (created) => {
        created.useGlobalGuards({
          canActivate: (context) => {
            Object.assign(context.switchToHttp().getRequest<object>(), properties);
            return true;
          },
        });
      },
    );
    const { status, text } = await request(url).get('/active');
    await app.close();
    expect({ status, text }).toEqual({ status: 200, text: 'read' });
  });

  it('forbid a request without an organization', async () => {
    const { app, url } = await startApp(platform, {
      imports: [AuthOsErrorsModule],
      controllers: [ActiveController],
    });
    const response = await request(url).get('/active');
    await app.close();
    expectEnvelope(response, 'FORBIDDEN');
  });
});

describe.each(['rpc', 'graphql', 'ws'])(
  'the guards in a context of %s without a resolver',
  (type) => {
    it('do not take the caller’s word for an organization', async () => {
      const sent = { organization: { status: 'active', features: ['sso'] } };
      const context = new ExecutionContextHost([sent, sent, sent]);
      context.setType(type);
      const access = new OrganizationAccess(resolveOptions());
      await expect(access.activeOrganization(context)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    });
  },
);

describe('RequireFeature', () => {
  it.each([[[]], [['']], [[7]], [['sso', undefined]]])('refuses %j', (features) => {
    expect(() => RequireFeature(...(features as [string]))).toThrow(
      `RequireFeature: the list of features is ${inspect(features)}; it takes one or more names`,
    );
  });
});
