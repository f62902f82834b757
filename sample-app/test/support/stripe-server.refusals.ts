interface StripeRefusal {
  status: number;
  error: Record<string, string>;
}

/** What Stripe answers when it refuses, by the payment method that provokes it. */
export const STRIPE_REFUSALS: Readonly<Record<string, StripeRefusal>> = {
  pm_card_chargeDeclined: {
    status: 402,
    error: {
      type: 'card_error',
      code: 'card_declined',
      decline_code: 'fraudulent',
      message: 'Your card was declined.',
      doc_url: 'https://stripe.com/docs/error-codes/card-declined',
    },
  },
  pm_invalidApiKey: {
    status: 401,
    error: {
      type: 'invalid_request_error',
      message: 'Invalid API Key provided: sk_test_****mple',
    },
  },
  pm_missing: {
    status: 404,
    error: {
      type: 'invalid_request_error',
      code: 'resource_missing',
      param: 'payment_method',
      message: "No such PaymentMethod: 'pm_missing'",
    },
  },
  pm_rateLimited: {
    status: 429,
    error: {
      type: 'invalid_request_error',
      code: 'rate_limit',
      message: 'Request rate limit exceeded. Learn more at https://stripe.com/docs/rate-limits.',
    },
  },
  pm_serverError: {
    status: 500,
    error: { type: 'api_error', message: 'An unknown error occurred at api-7.stripe.internal' },
  },
};
