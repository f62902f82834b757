import { type CustomDecorator, SetMetadata } from '@nestjs/common';
import type { Role } from './role.js';

export const ROLES_ALLOWED = 'auth:roles-allowed';

/** Only callers with one of these roles pass; without it every role does. */
export const Roles = (...roles: Role[]): CustomDecorator => SetMetadata(ROLES_ALLOWED, roles);
