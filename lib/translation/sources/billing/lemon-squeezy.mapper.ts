import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { BILLING_ERROR } from './billing-mapping.js';

/** Lemon Squeezy. It returns its errors, and puts what the API answered into their cause. */
export function mapLemonSqueezyError(error: UnknownObject): SourceMapping | undefined {
  return error.name === 'Lemon Squeezy Error' && Object.hasOwn(error, 'cause')
    ? BILLING_ERROR
    : undefined;
}
