/** The answer of the success route. */
export const PLAN = { id: 'gold', name: 'Gold', price: 4900, features: ['sso', 'audit'] };

/** The words of the AuthOsException, and the body of its equivalent. */
export const PENDING = /** @type {const} */ ({
  error: 'Approve the sign-in on your phone.',
  error_code: 'DEVICE_CODE_PENDING',
});
