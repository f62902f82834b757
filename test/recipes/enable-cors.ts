import type { INestApplication } from '@nestjs/common';

export function enableCors(app: INestApplication): void {
  app.enableCors({
    origin: 'https://app.example.com',
    exposedHeaders: ['Retry-After', 'WWW-Authenticate'],
  });
}
