import {
  AbilityBuilder,
  createMongoAbility,
  ForbiddenError,
  type MongoAbility,
} from '@casl/ability';
import { AccessControl } from 'accesscontrol';
import { AccessControl as AccessControl2 } from 'accesscontrol-2';
import { BurstyRateLimiter, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import {
  expectRefusalAsCause,
  expectUnknown,
  UpstreamError,
} from '../../../support/expect-refusal.js';
import { SECRET } from '../../../support/expect-failure.js';
import { thrownBy } from '../../../support/thrown-by.js';

const FORBIDDEN = { code: 'FORBIDDEN', status: 403 } as const;

describe('CASL', () => {
  const { can, build } = new AbilityBuilder<MongoAbility>(createMongoAbility);
  can('read', 'Post');
  const ability = build();

  it('refuses what the ability does not allow', async () => {
    const error = await thrownBy(() =>
      ForbiddenError.from(ability).throwUnlessCan('delete', SECRET),
    );
    expectRefusalAsCause(error, FORBIDDEN);
  });

  it('refuses with the default text, whatever was set', async () => {
    const error = await thrownBy(() =>
      ForbiddenError.from(ability).setMessage(SECRET).throwUnlessCan('delete', 'Post'),
    );
    expectRefusalAsCause(error, FORBIDDEN);
  });

  it.each([
    { ability: {} },
    { ability: {}, action: 'delete' },
    { ability: 'x', action: 'delete', subjectType: 'Post' },
    { ability: {}, action: {}, subjectType: 'Post' },
    { name: 'ForbiddenError' },
  ])('is not an Error with %j', (properties) => {
    expectUnknown(new UpstreamError(properties));
  });
});

describe('accesscontrol', () => {
  const access = new AccessControl();
  access.grant('user').readAny('post');
  const access2 = new AccessControl2();
  access2.grant('user').readAny('post');

  it('refuses a role that it was told nothing of', async () => {
    const error = await thrownBy(() => access.can(SECRET).readAny('post'));
    expect(error).toMatchObject({ code: 'ROLE_NOT_FOUND' });
    Object.assign(error as Error, { message: SECRET });
    expectRefusalAsCause(error, FORBIDDEN);
  });

  it('refuses it also in version 2', async () => {
    const error = await thrownBy(() => access2.can(SECRET).readAny('post').granted);
    expect(error).not.toHaveProperty('code');
    expectRefusalAsCause(error, FORBIDDEN);
  });

  it('takes no mistake in the grants for a refusal', async () => {
    expectUnknown(await thrownBy(() => access.grant('user').readAny('')));
    expectUnknown(await thrownBy(() => access2.grant('').readAny('post')));
    access.lock();
    expectUnknown(await thrownBy(() => access.grant('guest').readAny('post')));
    expectUnknown(
      new UpstreamError({
        message: 'Role not found.',
        name: 'AccessControlError',
        code: 'ROLE_NOT_FOUND',
      }),
    );
  });
});

describe('rate-limiter-flexible', () => {
  it('refuses with the time until the next attempt, in whole seconds', async () => {
    const limiter = new RateLimiterMemory({ points: 1, duration: 30 });
    await limiter.consume('key');
    const error = await thrownBy(() => limiter.consume('key'));
    expect(error).not.toBeInstanceOf(Error);
    expectRefusalAsCause(error, { code: 'TOO_MANY_REQUESTS', status: 429, retryAfter: 30 });
  });

  it('refuses a burst', async () => {
    const limiter = new BurstyRateLimiter(
      new RateLimiterMemory({ points: 1, duration: 30 }),
      new RateLimiterMemory({ keyPrefix: 'burst', points: 1, duration: 60 }),
    );
    await limiter.consume('key');
    await limiter.consume('key');
    const error = await thrownBy(() => limiter.consume('key'));
    expectRefusalAsCause(error, { code: 'TOO_MANY_REQUESTS', status: 429, retryAfter: 30 });
  });

  it.each([
    [1, 1],
    [1001, 2],
    [0, 0],
    [-1, 0],
    [Number.NaN, undefined],
    [Number.POSITIVE_INFINITY, undefined],
  ])('asks for a wait of %i ms (constructed)', (ms, retryAfter) => {
    expectRefusalAsCause(new RateLimiterRes(0, ms, 2), {
      code: 'TOO_MANY_REQUESTS',
      status: 429,
      retryAfter,
    });
  });

  it('is not an object that merely says when to come back', () => {
    expectUnknown({ msBeforeNext: 1000 });
    expectUnknown({ msBeforeNext: '1000', consumedPoints: 1 });
    expectUnknown(new UpstreamError({ consumedPoints: 1 }));
  });
});
