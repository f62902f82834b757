import { errorWith, SECRET } from '../secret.js';

/** What the SDKs of billing providers throw. */
export const BILLING_FAULTS = {
  'stripe-card-declined': () =>
    errorWith({
      type: 'StripeCardError',
      rawType: 'card_error',
      requestId: SECRET,
      raw: { message: SECRET },
      statusCode: 402,
      headers: { 'stripe-account': SECRET },
    }),
  'stripe-webhook-unsigned': () =>
    errorWith({
      type: 'StripeSignatureVerificationError',
      rawType: undefined,
      requestId: undefined,
      raw: { message: SECRET },
      header: SECRET,
      payload: SECRET,
    }),
  'braintree-server-error': () => errorWith({ type: 'serverError', name: 'serverError' }),
  'braintree-webhook-unsigned': () =>
    errorWith({ type: 'invalidSignatureError', name: 'invalidSignatureError' }),
  'paddle-refused': () =>
    errorWith({
      type: 'request_error',
      detail: SECRET,
      documentationUrl: SECRET,
      retryAfter: null,
    }),
  'square-refused': () =>
    errorWith({ name: 'SquareError', statusCode: 401, errors: [{ detail: SECRET }] }),
  'paypal-refused': () =>
    errorWith({ statusCode: 422, headers: {}, body: `{"debug_id":"1","name":"${SECRET}"}` }),
  // It is no Error.
  'razorpay-refused': () => ({ statusCode: 400, error: { description: SECRET, reason: SECRET } }),
} as const;
