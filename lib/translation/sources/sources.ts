import type { SourceMapper } from '../source-mapper.js';
import { APPLICATION_SOURCES } from './application/application.sources.js';
import { mapHttpError } from './http/http-error.mapper.js';
import { HTTP_SOURCES } from './http/http.sources.js';
import { IO_SOURCES } from './io/io.sources.js';
import { LIBRARY_SOURCES } from './library.sources.js';

/** The order in which a thrown value is shown to the mappers: the first that recognises it wins. */
export const SOURCES: readonly SourceMapper[] = [
  ...APPLICATION_SOURCES,
  // Before the libraries, because `createError(404, error)` makes an answer to this request of their errors.
  mapHttpError,
  ...LIBRARY_SOURCES,
  // After the libraries, because @fastify/jwt has the errors of Fastify and simple-oauth2 those of Boom.
  ...HTTP_SOURCES,
  // Last, because the errors of databases and OAuth clients have the codes of the network, too.
  ...IO_SOURCES,
];

/** The same for a cause. The application's answer to another request means nothing here. */
export const CAUSE_SOURCES: readonly SourceMapper[] = [
  ...LIBRARY_SOURCES,
  ...HTTP_SOURCES,
  ...IO_SOURCES,
];
