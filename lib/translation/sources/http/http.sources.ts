import type { SourceMapper } from '../../source-mapper.js';
import { withFields } from '../with-fields.js';
import { mapAccessControlRefusal } from './accesscontrol.mapper.js';
import { mapAnnouncedRefusal } from './announced-refusal.mapper.js';
import { mapBoom } from './boom.mapper.js';
import { mapBusboyError } from './busboy.mapper.js';
import { mapCaslRefusal } from './casl.mapper.js';
import { mapCelebrateError } from './celebrate.mapper.js';
import { mapOpenApiValidatorError } from './express-openapi-validator.mapper.js';
import { mapExpressValidatorResult } from './express-validator.mapper.js';
import { mapFastifyError } from './fastify.mapper.js';
import { mapFormidableError } from './formidable.mapper.js';
import { mapMulterError } from './multer.mapper.js';
import { mapRateLimiterRes } from './rate-limiter-flexible.mapper.js';

/** Refusals of this request by middleware, plugins of the platform and policy libraries. */
export const HTTP_SOURCES: readonly SourceMapper[] = [
  withFields(
    mapFastifyError,
    mapAnnouncedRefusal,
    mapBoom,
    mapExpressValidatorResult,
    mapMulterError,
    mapFormidableError,
    mapCaslRefusal,
    mapAccessControlRefusal,
    mapRateLimiterRes,
    mapCelebrateError,
    mapOpenApiValidatorError,
  ),
  mapBusboyError,
];
