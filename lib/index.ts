export type { OrganizationContext } from './access/organization-context.interface.js';
export { OrganizationActiveGuard } from './access/organization-active.guard.js';
export { RequireActiveOrganization } from './access/require-active-organization.decorator.js';
export { RequireFeature } from './access/require-feature.decorator.js';
export { TierFeatureGuard } from './access/tier-feature.guard.js';
export { AuthOsErrorsModule } from './authos-errors.module.js';
export { AuthOsErrorCode } from './contract/authos-error-code.js';
export {
  type AuthOsErrorEnvelope,
  isAuthOsErrorEnvelope,
} from './contract/authos-error-envelope.js';
export {
  AUTHOS_ERRORS,
  type AuthOsErrorDefinition,
  type AuthOsErrorGroup,
} from './contract/authos-errors.js';
export { AUTHOS_ERROR_ENVELOPE_SCHEMA } from './contract/authos-error-envelope.schema.js';
export { AuthOsException, type AuthOsExceptionOptions } from './contract/authos.exception.js';
export { type AuthOsFastifyOptions, authOsFastifyOptions } from './authos-fastify-options.js';
export { AuthOsExceptionFilter } from './filter/authos-exception.filter.js';
export { SkipAuthOsErrors } from './filter/skip-authos-errors.decorator.js';
export { AuthOsErrorReporter } from './log/authos-error-reporter.js';
export type { ErrorReport } from './log/error-report.interface.js';
export type {
  AuthOsErrorsOptions,
  ErrorLogKey,
} from './options/authos-errors-options.interface.js';
export type { ErrorMapper, ErrorMapping } from './translation/error-mapper.js';
export type { FailedMessages } from './transports/rpc/failed-messages.js';
