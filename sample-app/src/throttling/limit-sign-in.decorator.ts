import { type CustomDecorator, SetMetadata } from '@nestjs/common';

export const SIGN_IN_LIMITED = 'throttling:sign-in-limited';

/** Few attempts per minute, caller and account: for routes that check a password. */
export const LimitSignIn = (): CustomDecorator => SetMetadata(SIGN_IN_LIMITED, true);
