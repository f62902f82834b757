import type { SourceMapper } from '../../source-mapper.js';
import { mapAuthOsException } from './authos-exception.mapper.js';
import { mapGraphQLError } from './graphql-error.mapper.js';
import { mapHttpException } from './http-exception.mapper.js';
import { mapMercuriusRefusal } from './mercurius.mapper.js';
import { mapPassportRejection } from './passport.mapper.js';
import { mapThrottler } from './throttler.mapper.js';
import { mapTransportException } from './transport-exception.mapper.js';
import { mapValidationErrors } from './validation-error.mapper.js';

/** What an application throws on purpose: it answers this request, whatever its cause is. */
export const APPLICATION_SOURCES: readonly SourceMapper[] = [
  // These three are HttpExceptions, too, and know more than their status: before the HttpException.
  mapAuthOsException,
  mapThrottler,
  mapPassportRejection,
  mapHttpException,
  mapValidationErrors,
  mapGraphQLError,
  mapMercuriusRefusal,
  mapTransportException,
];
