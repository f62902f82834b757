export { authOsError } from './authos-error.js';
export type { AuthOsErrorExpectation } from './authos-error-expectation.js';
export type { AuthOsErrorMatchers } from './authos-error-matchers.interface.js';
export type {
  ErrorConformanceName,
  ErrorConformanceOptions,
} from './conformance/error-conformance-options.js';
export type { ErrorConformanceProblem } from './conformance/judge.js';
export { runErrorConformance } from './conformance/run-error-conformance.js';
export { type AuthOsMatcherResult, toBeAuthOsError } from './to-be-authos-error.js';
