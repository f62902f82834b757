// What has to compile, and what must not, for users of the package. The compiler is the test runner.
import { Module, type Type } from '@nestjs/common';
import { expectTypeOf } from 'expect-type';
import {
  AUTHOS_ERRORS,
  AuthOsErrorCode,
  type AuthOsErrorDefinition,
  type AuthOsErrorEnvelope,
  AuthOsErrorsModule,
  type AuthOsErrorsOptions,
  AuthOsException,
  AuthOsExceptionFilter,
  type ErrorMapper,
  type ErrorReport,
  isAuthOsErrorEnvelope,
  type OrganizationContext,
  RequireActiveOrganization,
  RequireFeature,
  SkipAuthOsErrors,
} from 'nestjs-authos-errors';

declare const never: (value: never) => void;
declare const unknown: unknown;

// The codes
expectTypeOf<AuthOsErrorCode>().toEqualTypeOf<keyof typeof AUTHOS_ERRORS>();
expectTypeOf(AuthOsErrorCode.NOT_FOUND).toEqualTypeOf<'NOT_FOUND'>();
expectTypeOf(AUTHOS_ERRORS.NOT_FOUND).toEqualTypeOf<AuthOsErrorDefinition>();
// @ts-expect-error there is no such code
expectTypeOf(AuthOsErrorCode.NOT_THERE).toBeString();
// @ts-expect-error the table cannot be changed
AUTHOS_ERRORS.NOT_FOUND.status = 400;

// The envelope
expectTypeOf<keyof AuthOsErrorEnvelope>().toEqualTypeOf<'error' | 'error_code' | 'timestamp'>();
// @ts-expect-error the timestamp is missing
({ error: 'No.', error_code: 'NOT_FOUND' }) satisfies AuthOsErrorEnvelope;
if (isAuthOsErrorEnvelope(unknown)) expectTypeOf(unknown).toEqualTypeOf<AuthOsErrorEnvelope>();

function groupOf(envelope: AuthOsErrorEnvelope): string {
  switch (envelope.error_code) {
    case 'UNAUTHORIZED':
    case 'TOKEN_EXPIRED':
    case 'JWT_ERROR':
    case 'FORBIDDEN':
    case 'ORGANIZATION_NOT_ACTIVE':
    case 'FEATURE_NOT_AVAILABLE_IN_TIER':
      return 'access';
    case 'BAD_REQUEST':
    case 'NOT_FOUND':
    case 'DUPLICATE_CONSTRAINT':
    case 'TOO_MANY_REQUESTS':
    case 'DEVICE_CODE_PENDING':
    case 'DEVICE_CODE_EXPIRED':
    case 'SERVICE_LIMIT_EXCEEDED':
    case 'TEAM_LIMIT_EXCEEDED':
    case 'INVITATION_EXPIRED':
      return 'request';
    case 'INTERNAL_SERVER_ERROR':
    case 'DATABASE_ERROR':
    case 'OAUTH_ERROR':
    case 'STRIPE_ERROR':
    case 'BILLING_ERROR':
    case 'AUDIT_ERROR':
    case 'IO_ERROR':
    case 'GENERIC_ERROR':
      return 'server';
    default:
      never(envelope.error_code);
      return '';
  }
}
expectTypeOf(groupOf).returns.toBeString();

function incomplete({ error_code }: AuthOsErrorEnvelope): void {
  // @ts-expect-error 22 codes are left over
  if (error_code !== 'NOT_FOUND') never(error_code);
}
expectTypeOf(incomplete).returns.toBeVoid();

// The exception
new AuthOsException('DEVICE_CODE_PENDING', 'Wait.', {
  cause: 1,
  retryAfter: 5,
  headers: { a: 'b' },
});
expectTypeOf(new AuthOsException('NOT_FOUND').code).toEqualTypeOf<AuthOsErrorCode>();
// @ts-expect-error there is no such code
new AuthOsException('NOT_THERE');
// @ts-expect-error a code is needed
new AuthOsException();
// @ts-expect-error seconds are a number
new AuthOsException('TOO_MANY_REQUESTS', undefined, { retryAfter: '5' });
// @ts-expect-error there is no such option
new AuthOsException('TOO_MANY_REQUESTS', undefined, { status: 400 });

// The module
expectTypeOf<typeof AuthOsErrorsModule.forRoot>().parameter(0).toExtend<AuthOsErrorsOptions>();
Module({ imports: [AuthOsErrorsModule, AuthOsErrorsModule.forRoot({})] });
AuthOsErrorsModule.forRoot({ logLevels: { NOT_FOUND: 'warn', '5xx': 'fatal', '4xx': 'off' } });
// @ts-expect-error there is no such code
AuthOsErrorsModule.forRoot({ logLevels: { NOT_THERE: 'warn' } });
// @ts-expect-error there is no such level
AuthOsErrorsModule.forRoot({ logLevels: { NOT_FOUND: 'loud' } });
// @ts-expect-error there is no such option
AuthOsErrorsModule.forRoot({ maxLength: 5 });
// @ts-expect-error 'reference' or 'preserve'
AuthOsErrorsModule.forRoot({ httpStatus: 'original' });
// @ts-expect-error a mapper is a function
AuthOsErrorsModule.forRoot({ mappers: [{}] });
// @ts-expect-error a tier has a list of features
AuthOsErrorsModule.forRoot({ tiers: { pro: 'sso' } });
// @ts-expect-error the status is missing
AuthOsErrorsModule.forRoot({ resolveOrganization: () => ({ tier: 'pro' }) });
AuthOsErrorsModule.forRoot({ resolveOrganization: async () => undefined });
AuthOsErrorsModule.forRootAsync({ useFactory: async () => ({ httpStatus: 'preserve' }) });
// @ts-expect-error there is no such value
AuthOsErrorsModule.forRootAsync({ useFactory: () => ({ httpStatus: 'original' }) });

class Options {
  createAuthOsErrorsOptions(): AuthOsErrorsOptions {
    return {};
  }
}
AuthOsErrorsModule.forRootAsync({ useClass: Options });
AuthOsErrorsModule.forRootAsync({ useExisting: Options });
// @ts-expect-error the class makes no options
AuthOsErrorsModule.forRootAsync({ useClass: class {} });

// What the options take
expectTypeOf((() => undefined) satisfies ErrorMapper).toBeFunction();
expectTypeOf((() => ({ code: 'IO_ERROR' as const })) satisfies ErrorMapper).toBeFunction();
// @ts-expect-error there is no such code
expectTypeOf((() => ({ code: 'NOT_THERE' as const })) satisfies ErrorMapper).toBeFunction();
// @ts-expect-error the code is missing
expectTypeOf((() => ({ message: 'No.' })) satisfies ErrorMapper).toBeFunction();
// @ts-expect-error a mapper is synchronous
expectTypeOf((async () => ({ code: 'IO_ERROR' as const })) satisfies ErrorMapper).toBeFunction();
expectTypeOf<ErrorReport['error']>().toBeUnknown();
expectTypeOf<ErrorReport['code']>().toEqualTypeOf<AuthOsErrorCode>();
expectTypeOf<OrganizationContext['status']>().toEqualTypeOf<
  'pending' | 'active' | 'suspended' | 'rejected'
>();

// The filter and the decorators
expectTypeOf(AuthOsExceptionFilter).toExtend<Type>();
new AuthOsExceptionFilter({ exposeServerMessages: true });
// @ts-expect-error true or false
new AuthOsExceptionFilter({ exposeServerMessages: 'yes' });
RequireFeature('sso', 'audit');
// @ts-expect-error a feature is needed
RequireFeature();
// @ts-expect-error a feature is a name
RequireFeature(1);
expectTypeOf(RequireActiveOrganization).parameters.toEqualTypeOf<[]>();
expectTypeOf(SkipAuthOsErrors).parameters.toEqualTypeOf<[]>();
