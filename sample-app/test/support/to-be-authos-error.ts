import { type AuthOsErrorMatchers, toBeAuthOsError } from 'nestjs-authos-errors/testing';

declare global {
  // The matchers of @types/jest are to be found here.
  namespace jest {
    interface Matchers<R, T> extends AuthOsErrorMatchers<R, T> {}
  }
}

expect.extend({ toBeAuthOsError });
