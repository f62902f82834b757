import { errorWith, SECRET } from '../secret.js';

class AccessControlError extends Error {
  override readonly name = 'AccessControlError';
}

/** Refusals by middleware, plugins of the platform and policy libraries. */
export const HTTP_FAULTS = {
  'http-error-400': () =>
    errorWith({ status: 400, statusCode: 400, expose: true, body: SECRET }, 'Malformed.'),
  'http-error-500': () => errorWith({ status: 500, statusCode: 500, expose: false }),
  'fastify-error': () => errorWith({ code: 'FST_ERR_CTP_BODY_TOO_LARGE', statusCode: 413 }),
  'multer-limit': () => errorWith({ name: 'MulterError', code: 'LIMIT_FILE_SIZE', field: SECRET }),
  'formidable-limit': () => errorWith({ code: 1009, httpCode: 413 }),
  'casl-forbidden': () =>
    errorWith({ ability: {}, action: 'read', subject: SECRET, subjectType: 'Plan' }),
  'accesscontrol-unknown-role': () =>
    Object.assign(new AccessControlError(`Role not found: ${SECRET}`), { code: 'ROLE_NOT_FOUND' }),
  // It is no Error.
  'rate-limiter-flexible': () => ({
    remainingPoints: 0,
    msBeforeNext: 4200,
    consumedPoints: 6,
    isFirstInDuration: false,
  }),
  boom: () =>
    errorWith({
      isBoom: true,
      isServer: false,
      data: SECRET,
      output: { statusCode: 404, headers: {}, payload: { message: SECRET } },
    }),
} as const;
