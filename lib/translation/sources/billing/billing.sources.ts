import type { SourceMapper } from '../../source-mapper.js';
import { mapStripeError } from './stripe.mapper.js';

/** Billing providers. */
export const BILLING_SOURCES: readonly SourceMapper[] = [mapStripeError];
