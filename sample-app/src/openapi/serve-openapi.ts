import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { addAuthOsErrors } from 'nestjs-authos-errors/swagger';

const CONFIG = new DocumentBuilder()
  .setTitle('AuthOS sample application')
  .setDescription('An organization service that answers every error with the AuthOS envelope.')
  .setVersion('1')
  .addBearerAuth()
  .addSecurityRequirements('bearer')
  .build();

/** Serves Swagger UI at /docs, and the document at /docs-json and /docs-yaml. */
export function serveOpenApi(app: INestApplication): void {
  const document = addAuthOsErrors(SwaggerModule.createDocument(app, CONFIG), app);
  SwaggerModule.setup('docs', app, document);
}
