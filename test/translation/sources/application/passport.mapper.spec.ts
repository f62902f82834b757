import { generateKeyPairSync } from 'node:crypto';
import { callbackify } from 'node:util';
import {
  Controller,
  ForbiddenException,
  Get,
  type INestApplication,
  Injectable,
  type Type,
  UnauthorizedException,
  UseGuards,
} from '@nestjs/common';
import { ExecutionContextHost } from '@nestjs/core/internal';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import jwt from 'jsonwebtoken';
import { type AuthOsErrorCode, AuthOsErrorsModule } from 'nestjs-authos-errors';
import { ExtractJwt, Strategy, type StrategyOptionsWithoutRequest } from 'passport-jwt';
import request, { type Response } from 'supertest';
import { mapPassportRejection } from '../../../../lib/translation/sources/application/passport.mapper.js';
import { expectEnvelope } from '../../../support/expect-envelope.js';
import { nativeRequire } from '../../../support/native-require.js';
import { startBrokenServer } from '../../../support/servers/broken-answers.js';
import { type LoopbackServer, refusingPort } from '../../../support/servers/loopback.server.js';
import { PLATFORMS, startApp } from '../../../support/start-app.js';
import { translate } from '../../../support/translate.js';

const { passportJwtSecret } = nativeRequire<typeof import('jwks-rsa')>('jwks-rsa');

const KEY = 'a key of more than 256 bits, for a test';
const jwtFromRequest = ExtractJwt.fromAuthHeaderAsBearerToken();
const BARE = { 'www-authenticate': 'Bearer' };
const INVALID_TOKEN = { 'www-authenticate': 'Bearer error="invalid_token"' };

async function fetchKey(): Promise<unknown> {
  return fetch(`http://127.0.0.1:${await refusingPort()}/hunter2`);
}

/** A key that the application looks up for each token. */
function withKey(findKey: () => unknown): Partial<StrategyOptionsWithoutRequest> {
  return {
    secretOrKey: undefined,
    secretOrKeyProvider: (_request, _token, done) =>
      callbackify(async () => (await findKey()) as string)(done),
  };
}

/** A strategy of its own name, with what the application makes of a verified token. */
function strategy(
  name: string,
  options: Partial<StrategyOptionsWithoutRequest> = {},
  validate: (claims: object) => unknown = (claims) => claims,
): Type {
  @Injectable()
  class JwtStrategy extends PassportStrategy(Strategy, name) {
    constructor() {
      super({ jwtFromRequest, secretOrKey: KEY, ...options });
    }

    validate(claims: object): unknown {
      return validate(claims);
    }
  }
  return JwtStrategy;
}

/** A guard that says itself why it refuses. */
function wordedGuard(word: (info: Error) => unknown): Type {
  return class extends AuthGuard('jwt') {
    override handleRequest<T>(error: unknown, user: T, info: Error): T {
      if (error || !user) throw error ?? word(info);
      return user;
    }
  };
}

/** The keys of a server, by the path at which they are asked for. */
const JWKS = {
  'jwks-unknown': '/keys',
  'jwks-failing': '/hunter2',
  'jwks-html': '/html',
  'jwks-not-json': '/not-json',
  'jwks-empty': '/empty',
  'jwks-limited': '/keys',
  'jwks-cut': '/cut',
} as const;

function withKeysOf(url: string): Partial<StrategyOptionsWithoutRequest> {
  return {
    secretOrKey: undefined,
    secretOrKeyProvider: passportJwtSecret({
      jwksUri: url,
      cache: false,
      rateLimit: true,
      jwksRequestsPerMinute: 1,
    }) as never,
  };
}

const GUARDS: Readonly<Record<string, Type>> = {
  bare: AuthGuard('jwt'),
  several: AuthGuard(['another-key', 'jwt']),
  'unknown-key': AuthGuard('unknown-key'),
  'wrong-key': AuthGuard('wrong-key'),
  'key-server': AuthGuard('key-server'),
  'unknown-user': AuthGuard('unknown-user'),
  'broken-user': AuthGuard('broken-user'),
  'unknown-strategy': AuthGuard('unknown'),
  'quotes-reason': wordedGuard((info) => new UnauthorizedException(info.message)),
  'throws-reason': wordedGuard((info) => info),
  worded: wordedGuard(() => new UnauthorizedException('Sign in at the front desk.')),
  coded: wordedGuard(() => new UnauthorizedException({ error_code: 'DEVICE_CODE_EXPIRED' })),
  ...Object.fromEntries(Object.keys(JWKS).map((name) => [name, AuthGuard(name)])),
};

function guardedController([path, guard]: [string, Type]): Type {
  @Controller(path)
  @UseGuards(guard)
  class GuardedController {
    @Get()
    read(): string {
      return 'read';
    }
  }
  return GuardedController;
}

const sign = (claims: object, key = KEY) => jwt.sign({ sub: 'hunter2', ...claims }, key);
const EXPIRED = sign({ exp: 1 });
const TAMPERED = sign({}, 'a key that is another');

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const OF_KEY_SERVER = jwt.sign({ sub: 'hunter2' }, rsa.privateKey, {
  algorithm: 'RS256',
  keyid: 'hunter2',
});
const KEY_SETS: Readonly<Record<string, object>> = {
  '/keys': { keys: [{ ...rsa.publicKey.export({ format: 'jwk' }), kid: 'other', use: 'sig' }] },
  '/empty': { keys: [] },
};

describe.each(PLATFORMS)('the guard of @nestjs/passport on %s', (platform) => {
  let app: INestApplication;
  let url: string;
  let keyServer: LoopbackServer;

  beforeAll(async () => {
    keyServer = await startBrokenServer((incoming, response) => {
      const set = KEY_SETS[incoming.url ?? ''];
      response.writeHead(set ? 200 : 500).end(set ? JSON.stringify(set) : 'hunter2');
    });
    ({ app, url } = await startApp(platform, {
      imports: [AuthOsErrorsModule],
      controllers: Object.entries(GUARDS).map(guardedController),
      providers: [
        strategy('jwt'),
        strategy('another-key', { secretOrKey: 'yet another key' }),
        strategy(
          'unknown-key',
          withKey(() => undefined),
        ),
        strategy(
          'wrong-key',
          withKey(() => ({})),
        ),
        strategy('key-server', withKey(fetchKey)),
        ...Object.entries(JWKS).map(([name, path]) =>
          strategy(name, withKeysOf(keyServer.url + path)),
        ),
        strategy('unknown-user', {}, () => false),
        strategy('broken-user', {}, () => Promise.reject(new Error('hunter2'))),
      ],
    }));
  });

  afterAll(async () => {
    await app.close();
    await keyServer.stop();
  });

  async function read(path: string, token?: string): Promise<Response> {
    const response = await request(url)
      .get(`/${path}`)
      .set(token === undefined ? {} : { authorization: `Bearer ${token}` });
    expect(`${JSON.stringify(response.headers)} ${response.text}`).not.toContain('hunter2');
    return response;
  }

  it('lets a token that is valid pass', async () => {
    expect(await read('bare', sign({}))).toMatchObject({ status: 200, text: 'read' });
  });

  it('refusing a token that has expired is TOKEN_EXPIRED', async () => {
    expectEnvelope(await read('bare', EXPIRED), 'TOKEN_EXPIRED', { headers: INVALID_TOKEN });
  });

  it.each([
    ['signed with another key', TAMPERED],
    ['that is no token', 'hunter2'],
    ['that is not valid yet', sign({ nbf: 9_999_999_999 })],
  ])('refusing a token %s is JWT_ERROR', async (_name, token) => {
    expectEnvelope(await read('bare', token), 'JWT_ERROR', { headers: INVALID_TOKEN });
  });

  it('refusing a request without a token is UNAUTHORIZED', async () => {
    const response = await read('bare');
    expectEnvelope(response, 'UNAUTHORIZED', { error: 'Unauthorized', headers: BARE });
  });

  it('refusing a user that the application does not know is UNAUTHORIZED', async () => {
    const response = await read('unknown-user', sign({}));
    expectEnvelope(response, 'UNAUTHORIZED', { error: 'Unauthorized', headers: BARE });
  });

  it.each(['quotes-reason', 'throws-reason'])(
    'that %s keeps the library’s words to itself',
    async (path) => {
      expectEnvelope(await read(path, EXPIRED), 'TOKEN_EXPIRED', { headers: INVALID_TOKEN });
      expectEnvelope(await read(path, TAMPERED), 'JWT_ERROR', { headers: INVALID_TOKEN });
    },
  );

  it('that words its refusal itself keeps it', async () => {
    expectEnvelope(await read('worded', EXPIRED), 'UNAUTHORIZED', {
      error: 'Sign in at the front desk.',
      headers: BARE,
    });
  });

  it('that gives its refusal a code keeps it', async () => {
    expectEnvelope(await read('coded', EXPIRED), 'DEVICE_CODE_EXPIRED');
  });

  it('of several strategies, one of which knows the token, is TOKEN_EXPIRED', async () => {
    expectEnvelope(await read('several', EXPIRED), 'TOKEN_EXPIRED', { headers: INVALID_TOKEN });
  });

  it('of several strategies, none of which knows the token, is JWT_ERROR', async () => {
    expectEnvelope(await read('several', TAMPERED), 'JWT_ERROR', { headers: INVALID_TOKEN });
  });

  it('of several strategies without a token is UNAUTHORIZED', async () => {
    const response = await read('several');
    expectEnvelope(response, 'UNAUTHORIZED', { error: 'Unauthorized', headers: BARE });
  });

  it('knowing no key for the token is JWT_ERROR', async () => {
    const response = await read('unknown-key', EXPIRED);
    expectEnvelope(response, 'JWT_ERROR', { headers: INVALID_TOKEN });
  });

  it('with a secret that is no key is the server’s fault', async () => {
    expectEnvelope(await read('wrong-key', EXPIRED), 'INTERNAL_SERVER_ERROR');
  });

  it('whose key server is down is IO_ERROR', async () => {
    expectEnvelope(await read('key-server', EXPIRED), 'IO_ERROR');
  });

  it('finding no key of the token in a set is JWT_ERROR', async () => {
    const response = await read('jwks-unknown', OF_KEY_SERVER);
    expectEnvelope(response, 'JWT_ERROR', { headers: INVALID_TOKEN });
  });

  it.each<[string, AuthOsErrorCode]>([
    ['jwks-failing', 'INTERNAL_SERVER_ERROR'],
    ['jwks-html', 'INTERNAL_SERVER_ERROR'],
    ['jwks-not-json', 'INTERNAL_SERVER_ERROR'],
    ['jwks-empty', 'INTERNAL_SERVER_ERROR'],
    ['jwks-cut', 'IO_ERROR'],
  ])('whose key server is broken, %s, is %s', async (path, code) => {
    expectEnvelope(await read(path, OF_KEY_SERVER), code);
  });

  it('that asks its key server too often is the server’s fault', async () => {
    await read('jwks-limited', OF_KEY_SERVER);
    expectEnvelope(await read('jwks-limited', OF_KEY_SERVER), 'INTERNAL_SERVER_ERROR');
  });

  it.each(['broken-user', 'unknown-strategy'])('of a %s is the server’s fault', async (path) => {
    expectEnvelope(await read(path, sign({})), 'INTERNAL_SERVER_ERROR');
  });
});

describe('a 401 of Nest’s passport guard', () => {
  const expired = Object.assign(new Error('jwt expired'), {
    name: 'TokenExpiredError',
    expiredAt: new Date(),
  });
  const refused = Object.assign(new Error('invalid signature'), { name: 'JsonWebTokenError' });

  const broken = Object.assign(new Error('x'), { isEndpointUnavailable: true });

  function codeOf(error: unknown, authInfo: unknown, type = 'http'): AuthOsErrorCode {
    const host = new ExecutionContextHost([{ authInfo }, {}]);
    host.setType(type);
    return translate(error, {}, host).code;
  }

  it.each<[string, unknown, AuthOsErrorCode]>([
    ['one reason', expired, 'TOKEN_EXPIRED'],
    ['several reasons', [undefined, refused, 'x', expired], 'TOKEN_EXPIRED'],
    ['a reason that is unknown', [new Error('x'), refused], 'JWT_ERROR'],
    [
      'a key server that is broken, beside another reason,',
      [refused, broken],
      'INTERNAL_SERVER_ERROR',
    ],
    ['a broken key server, beside a token that has expired,', [broken, expired], 'TOKEN_EXPIRED'],
    ['no reason that is known', [new Error('x')], 'UNAUTHORIZED'],
    ['no reason', undefined, 'UNAUTHORIZED'],
  ])('says of the token what %s says', (_name, authInfo, code) => {
    expect(codeOf(new UnauthorizedException(), authInfo)).toBe(code);
  });

  it('tells the log which of several reasons decided', () => {
    const host = new ExecutionContextHost([{ authInfo: [new Error('x'), refused, expired] }, {}]);
    expect(mapPassportRejection(new UnauthorizedException() as never, host)).toEqual({
      code: 'TOKEN_EXPIRED',
      reason: expired,
    });
  });

  it('tells the log of a key that was not found', () => {
    const authInfo = Object.assign(new Error('secret or public key must be provided'), {
      name: 'JsonWebTokenError',
    });
    const host = new ExecutionContextHost([{ authInfo }, {}]);
    expect(mapPassportRejection(new UnauthorizedException() as never, host)).toEqual({
      code: 'JWT_ERROR',
      reason: authInfo,
    });
  });

  it('may quote one of several reasons', () => {
    const exception = new UnauthorizedException('jwt expired');
    expect(codeOf(exception, [refused, expired])).toBe('TOKEN_EXPIRED');
  });

  it.each<[string, unknown, AuthOsErrorCode]>([
    ['another status', new ForbiddenException('Unauthorized'), 'FORBIDDEN'],
    [
      'another code',
      new UnauthorizedException({ message: 'Unauthorized', error_code: 'FORBIDDEN' }),
      'FORBIDDEN',
    ],
    [
      'no exception',
      Object.assign(new Error('Unauthorized'), { status: 401 }),
      'INTERNAL_SERVER_ERROR',
    ],
  ])('is not what has %s', (_name, error, code) => {
    expect(codeOf(error, expired)).toBe(code);
  });

  it('is not what has another transport', () => {
    expect(codeOf(new UnauthorizedException(), expired, 'rpc')).toBe('UNAUTHORIZED');
  });
});
