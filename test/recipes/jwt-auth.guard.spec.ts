import { Controller, Get, type INestApplication, Injectable, UseGuards } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import jwt from 'jsonwebtoken';
import { AuthOsErrorsModule } from 'nestjs-authos-errors';
import { ExtractJwt, Strategy } from 'passport-jwt';
import request, { type Response } from 'supertest';
import { expectEnvelope } from '../support/expect-envelope.js';
import { PLATFORMS, startApp } from '../support/start-app.js';
import { JwtAuthGuard } from './jwt-auth.guard.js';

const KEY = 'a key of more than 256 bits, for a test';
const INVALID_TOKEN = { 'www-authenticate': 'Bearer error="invalid_token"' };

@Injectable()
class JwtStrategy extends PassportStrategy(Strategy) {
  constructor() {
    super({ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey: KEY });
  }

  validate(claims: object): object {
    return claims;
  }
}

@Controller()
@UseGuards(JwtAuthGuard)
class GuardedController {
  @Get()
  read(): string {
    return 'read';
  }
}

describe.each(PLATFORMS)('a passport guard with words of its own on %s', (platform) => {
  let app: INestApplication;
  let url: string;

  beforeAll(async () => {
    ({ app, url } = await startApp(platform, {
      imports: [AuthOsErrorsModule],
      controllers: [GuardedController],
      providers: [JwtStrategy],
    }));
  });

  afterAll(() => app.close());

  async function read(token?: string): Promise<Response> {
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
    return request(url).get('/').set(headers);
  }

  it('lets a valid token pass', async () => {
    expect(await read(jwt.sign({}, KEY))).toMatchObject({ status: 200, text: 'read' });
  });

  it('says TOKEN_EXPIRED in its own words', async () => {
    expectEnvelope(await read(jwt.sign({ exp: 1 }, KEY)), 'TOKEN_EXPIRED', {
      error: 'Your session has ended.',
      headers: INVALID_TOKEN,
    });
  });

  it('leaves any other bad token to be JWT_ERROR', async () => {
    const forged = jwt.sign({}, 'a key that is another');
    expectEnvelope(await read(forged), 'JWT_ERROR', { headers: INVALID_TOKEN });
  });

  it('leaves a request without a token to be UNAUTHORIZED', async () => {
    expectEnvelope(await read(), 'UNAUTHORIZED', {
      error: 'Unauthorized',
      headers: { 'www-authenticate': 'Bearer' },
    });
  });
});
