import type { SourceMapper } from '../source-mapper.js';
import { mapAuthOsException } from './authos-exception.mapper.js';
import { mapDriverError } from './driver.mapper.js';
import { mapDrizzleError } from './drizzle.mapper.js';
import { mapHttpError } from './http-error.mapper.js';
import { mapHttpException } from './http-exception.mapper.js';
import { mapIoError } from './io.mapper.js';
import { mapKnexError } from './knex.mapper.js';
import { mapMikroOrmError } from './mikro-orm.mapper.js';
import { mapMongoError } from './mongo.mapper.js';
import { mapOAuthError } from './oauth.mapper.js';
import { mapPassportRejection } from './passport.mapper.js';
import { mapPrismaError } from './prisma.mapper.js';
import { mapSequelizeError } from './sequelize.mapper.js';
import { mapSsoApiError } from './sso-api-error.mapper.js';
import { mapStripeError } from './stripe.mapper.js';
import { mapThrottler } from './throttler.mapper.js';
import { mapTokenError } from './token.mapper.js';
import { mapTypeOrmError } from './typeorm.mapper.js';
import { mapValidationErrors } from './validation-error.mapper.js';

/** What an application throws on purpose: it answers this request, wherever its cause lies. */
const ANSWERS: readonly SourceMapper[] = [
  mapAuthOsException,
  mapSsoApiError,
  mapThrottler,
  mapPassportRejection,
  mapHttpException,
  mapValidationErrors,
];

/** What libraries throw, also from within the `cause` of an error that nothing recognised. */
export const FAILURES: readonly SourceMapper[] = [
  mapPrismaError,
  mapTypeOrmError,
  mapSequelizeError,
  mapMikroOrmError,
  mapDrizzleError,
  mapKnexError,
  mapMongoError,
  mapDriverError,
  mapTokenError,
  mapStripeError,
  mapOAuthError,
];

/** The order in which a thrown value is shown to the mappers: the first that recognises it wins. */
export const MAPPERS: readonly SourceMapper[] = [...ANSWERS, ...FAILURES, mapHttpError, mapIoError];

/** The same for a cause. An answer to another request means nothing here. */
export const CAUSE_MAPPERS: readonly SourceMapper[] = [...FAILURES, mapIoError];
