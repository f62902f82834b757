import {
  BadRequestException,
  Controller,
  Get,
  HttpException,
  type INestApplication,
  InternalServerErrorException,
  NotFoundException,
  ServiceUnavailableException,
} from '@nestjs/common';
import { AuthOsErrorsModule, AuthOsException } from 'nestjs-authos-errors';
import request from 'supertest';
import { expectEnvelope } from '../support/expect-envelope.js';
import { PLATFORMS, startApp } from '../support/start-app.js';

@Controller()
class ThrowingController {
  @Get('not-found')
  notFound(): never {
    throw new NotFoundException('No such plan.');
  }

  @Get('unknown')
  unknown(): never {
    throw new Error('secret');
  }

  @Get('string')
  string(): never {
    // eslint-disable-next-line no-throw-literal
    throw 'secret';
  }

  @Get('pending')
  pending(): never {
    throw new AuthOsException('DEVICE_CODE_PENDING', 'Approve it.', {
      retryAfter: 4.2,
      headers: { 'x-poll': 'yes' },
    });
  }

  @Get('unavailable')
  unavailable(): never {
    throw new ServiceUnavailableException('secret');
  }

  @Get('redirect')
  redirect(): never {
    throw new HttpException('Elsewhere', 302);
  }

  @Get('internal')
  internal(): never {
    throw new InternalServerErrorException('secret');
  }

  @Get('bad')
  bad(): never {
    throw new BadRequestException(['a must be b', 'c must be d']);
  }
}

describe.each(PLATFORMS)('the filter on %s', (platform) => {
  let app: INestApplication;
  let url: string;

  beforeAll(async () => {
    ({ app, url } = await startApp(platform, {
      imports: [AuthOsErrorsModule],
      controllers: [ThrowingController],
    }));
  });

  afterAll(() => app.close());

  it('answers an HttpException with its code and its text', async () => {
    expectEnvelope(await request(url).get('/not-found'), 'NOT_FOUND', { error: 'No such plan.' });
  });

  it('answers an unknown error with the default text', async () => {
    expectEnvelope(await request(url).get('/unknown'), 'INTERNAL_SERVER_ERROR');
  });

  it('answers a thrown string with GENERIC_ERROR', async () => {
    expectEnvelope(await request(url).get('/string'), 'GENERIC_ERROR');
  });

  it('sends the Retry-After and the headers of an AuthOsException', async () => {
    expectEnvelope(await request(url).get('/pending'), 'DEVICE_CODE_PENDING', {
      error: 'Approve it.',
      headers: { 'retry-after': '5', 'x-poll': 'yes' },
    });
  });

  it('answers an unknown route', async () => {
    expectEnvelope(await request(url).get('/nowhere'), 'NOT_FOUND', { error: 'Cannot GET /nowhere' });
  });
});
