import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { refusal } from './refusal.js';

const CODE = /^LIMIT_|^MISSING_FIELD_NAME$|^INVALID_FIELD_NAME$/;

/** multer as middleware, with the statuses that Nest's FileInterceptor gives. A storage that fails is no refusal. */
export function mapMulterError(error: UnknownObject): SourceMapping | undefined {
  const { code } = error;
  if (typeof code !== 'string' || !CODE.test(code) || error.name !== 'MulterError') {
    return undefined;
  }
  return refusal(code === 'LIMIT_FILE_SIZE' ? 413 : 400);
}
