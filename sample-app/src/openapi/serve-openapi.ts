import type { INestApplication } from '@nestjs/common';
import { loadPackage } from '@nestjs/common/utils/load-package.util.js';
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
export async function serveOpenApi(app: INestApplication): Promise<void> {
  // npm puts it below this workspace, where Swagger does not find it; Nest remembers what is loaded.
  await loadPackage('@fastify/static', serveOpenApi.name, () => import('@fastify/static'));
  const document = addAuthOsErrors(SwaggerModule.createDocument(app, CONFIG), app);
  SwaggerModule.setup('docs', app, document);
}
