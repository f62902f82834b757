import type { SourceMapper } from '../../source-mapper.js';
import { withFields } from '../with-fields.js';
import { mapBraintreeError } from './braintree.mapper.js';
import { mapLemonSqueezyError } from './lemon-squeezy.mapper.js';
import { mapPaddleError } from './paddle.mapper.js';
import { mapPayPalError } from './paypal.mapper.js';
import { mapRazorpayError } from './razorpay.mapper.js';
import { mapSquareError } from './square.mapper.js';
import { mapStripeError } from './stripe.mapper.js';

/** Billing providers. */
export const BILLING_SOURCES: readonly SourceMapper[] = [
  withFields(
    mapStripeError,
    mapBraintreeError,
    mapSquareError,
    mapPayPalError,
    mapLemonSqueezyError,
  ),
  mapPaddleError,
  mapRazorpayError,
];
