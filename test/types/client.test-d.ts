// What has to compile, and what must not, for users of the client.
import { expectTypeOf } from 'expect-type';
import {
  type AuthOsErrorCode,
  type DecodedAuthOsError,
  decodeAuthOsError,
  type KnownAuthOsError,
} from 'nestjs-authos-errors/client';

declare const error: DecodedAuthOsError;
declare const never: (value: never) => void;

expectTypeOf(decodeAuthOsError(new Response())).toEqualTypeOf<Promise<DecodedAuthOsError>>();
expectTypeOf<KnownAuthOsError['code']>().toEqualTypeOf<AuthOsErrorCode>();
expectTypeOf<
  Extract<KnownAuthOsError, { code: 'NOT_FOUND' }>['code']
>().toEqualTypeOf<'NOT_FOUND'>();
expectTypeOf(error.retryAfter).toEqualTypeOf<number | undefined>();
expectTypeOf(error.isRetryable).toBeBoolean();

switch (error.kind) {
  case 'known-code':
    expectTypeOf(error.code).toEqualTypeOf<AuthOsErrorCode>();
    break;
  case 'unknown-code':
    expectTypeOf(error.code).toBeString();
    expectTypeOf(error.error).toBeString();
    break;
  case 'not-an-envelope':
    expectTypeOf(error.body).toBeString();
    // @ts-expect-error there is no envelope
    expectTypeOf(error.error).toBeString();
    break;
  default:
    never(error);
}

// @ts-expect-error the kind is not known yet
expectTypeOf(error.body).toBeString();
// @ts-expect-error there is no such code
expectTypeOf(error.kind === 'known-code' && error.code === 'NOT_THERE').toBeBoolean();
