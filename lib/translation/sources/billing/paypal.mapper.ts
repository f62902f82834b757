import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { BILLING_ERROR } from './billing-mapping.js';

const DEBUG_ID = '"debug_id"';

/**
 * PayPal. Its SDKs are made by generators that others use as well; only PayPal's answers have this id, in the
 * body, or in the message of the older SDK.
 */
export function mapPayPalError(error: UnknownObject): SourceMapping | undefined {
  if (typeof error.statusCode !== 'number' || !('headers' in error)) return undefined;
  return has(error.body) || has(error.message) ? BILLING_ERROR : undefined;
}

function has(text: unknown): boolean {
  return typeof text === 'string' && text.includes(DEBUG_ID);
}
