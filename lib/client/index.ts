export { AuthOsErrorCode } from '../contract/authos-error-code.js';
export {
  type AuthOsErrorEnvelope,
  isAuthOsErrorEnvelope,
} from '../contract/authos-error-envelope.js';
export { decodeAuthOsError, type FetchResponse } from './decode-authos-error.js';
export { decodeAuthOsPayload } from './decode-authos-payload.js';
export type {
  DecodedAuthOsError,
  KnownAuthOsError,
  NotAnAuthOsError,
  UnknownAuthOsError,
} from './decoded-authos-error.js';
