import { Controller, Get, type INestApplication } from '@nestjs/common';
import { AuthOsErrorsModule, AuthOsException } from 'nestjs-authos-errors';
import request from 'supertest';
import { expectEnvelope } from '../support/expect-envelope.js';
import { PLATFORMS, startApp } from '../support/start-app.js';
import { enableCors } from './enable-cors.js';

@Controller()
class DeviceController {
  @Get('pending')
  pending(): never {
    throw new AuthOsException('DEVICE_CODE_PENDING', undefined, { retryAfter: 5 });
  }

  @Get('expired')
  expired(): never {
    throw new AuthOsException('TOKEN_EXPIRED');
  }
}

const CORS = {
  'access-control-allow-origin': 'https://app.example.com',
  'access-control-expose-headers': expect.stringMatching(/^Retry-After, ?WWW-Authenticate$/),
};

describe.each(PLATFORMS)('CORS on %s', (platform) => {
  let app: INestApplication;
  let url: string;

  beforeAll(async () => {
    ({ app, url } = await startApp(
      platform,
      { imports: [AuthOsErrorsModule], controllers: [DeviceController] },
      enableCors,
    ));
  });

  afterAll(() => app.close());

  it.each([
    ['pending', 'DEVICE_CODE_PENDING', { 'retry-after': '5' }],
    ['expired', 'TOKEN_EXPIRED', { 'www-authenticate': 'Bearer error="invalid_token"' }],
  ] as const)('shows the headers of %s to the browser', async (path, code, headers) => {
    const response = await request(url).get(`/${path}`).set('Origin', 'https://app.example.com');
    expectEnvelope(response, code, { headers: { ...headers, ...CORS } });
  });

  it('lets the browser read the envelope of an unknown route', async () => {
    const response = await request(url).get('/nowhere').set('Origin', 'https://app.example.com');
    expectEnvelope(response, 'NOT_FOUND', { error: 'Cannot GET /nowhere', headers: CORS });
  });
});
