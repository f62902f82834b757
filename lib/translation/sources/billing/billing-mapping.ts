import type { SourceMapping } from '../../source-mapper.js';

/** Without a text: a provider quotes customers, cards and keys. */
export const BILLING_ERROR: SourceMapping = Object.freeze({ code: 'BILLING_ERROR' });

/** A webhook that the provider did not sign: whoever sent it asked wrongly. */
export const UNSIGNED_WEBHOOK: SourceMapping = Object.freeze({ code: 'BAD_REQUEST' });
