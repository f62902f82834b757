import { type CustomDecorator, SetMetadata } from '@nestjs/common';

export const IS_PUBLIC = 'auth:is-public';

/** Opens a route, or a whole controller, to callers without a token. */
export const Public = (): CustomDecorator => SetMetadata(IS_PUBLIC, true);
