import {
  type CanActivate,
  type ExecutionContext,
  ForbiddenException,
  Injectable,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiAuthOsErrors } from 'nestjs-authos-errors/swagger';
import { requestOf } from './request-of.js';
import type { Role } from './role.js';
import { ROLES_ALLOWED } from './roles.decorator.js';

@Injectable()
@ApiAuthOsErrors('FORBIDDEN')
export class RolesGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const targets = [context.getHandler(), context.getClass()];
    const allowed = this.reflector.getAllAndOverride<Role[] | undefined>(ROLES_ALLOWED, targets);
    if (!allowed) return true;
    const { user } = requestOf(context);
    if (user && allowed.includes(user.role)) return true;
    throw new ForbiddenException(`This takes one of the roles: ${allowed.join(', ')}.`);
  }
}
