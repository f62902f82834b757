export { AuthOsErrorCode } from './contract/authos-error-code.js';
export {
  AUTHOS_ERRORS,
  type AuthOsErrorDefinition,
  type AuthOsErrorGroup,
} from './contract/authos-errors.js';
export {
  type AuthOsErrorEnvelope,
  isAuthOsErrorEnvelope,
} from './contract/authos-error-envelope.js';
export { AuthOsException, type AuthOsExceptionOptions } from './contract/authos.exception.js';
