import { isSeconds } from '../../../contract/seconds.js';
import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { refusal } from './refusal.js';

/** The RateLimiterRes of rate-limiter-flexible, which is no Error. */
export function mapRateLimiterRes(error: UnknownObject): SourceMapping | undefined {
  const { msBeforeNext } = error;
  if (typeof msBeforeNext !== 'number' || typeof error.consumedPoints !== 'number') {
    return undefined;
  }
  const seconds = Math.max(0, Math.ceil(msBeforeNext / 1000));
  return { ...refusal(429), retryAfter: isSeconds(seconds) ? seconds : undefined };
}
