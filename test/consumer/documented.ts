import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { addAuthOsErrors } from 'nestjs-authos-errors/swagger';

/** What the document of the application has to say of its routes. */
export const DOCUMENTED: Record<string, string> = {
  '/plans/gold': '200 404 500',
  '/plans/sso': '200 403 500',
};

/** The statuses of the routes, as the document of the application has them. */
export function documentedStatuses(app: INestApplication): Record<string, string> {
  const document = SwaggerModule.createDocument(app, new DocumentBuilder().build());
  const { paths } = addAuthOsErrors(document, app);
  const entries = Object.keys(DOCUMENTED).map((path) => [
    path,
    Object.keys(paths[path]?.get?.responses ?? {}).join(' '),
  ]);
  return Object.fromEntries(entries) as Record<string, string>;
}
