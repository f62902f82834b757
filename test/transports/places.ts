import {
  BadRequestException,
  type CanActivate,
  Catch,
  ConflictException,
  type ExceptionFilter,
  Injectable,
  Scope,
} from '@nestjs/common';
import { IsInt } from 'class-validator';
import { SECRET } from '../support/expect-failure.js';

// What stands around a handler, the same on every transport.

@Injectable()
export class ClosedGuard implements CanActivate {
  canActivate(): boolean {
    return false;
  }
}

export class Seat {
  @IsInt()
  row!: number;
}

@Injectable({ scope: Scope.REQUEST })
export class BrokenPerRequest {
  constructor() {
    throw new Error(SECRET);
  }
}

/** An error that a filter of the application answers. */
export class Own extends Error {}

@Catch(ConflictException)
export class ThrowingFilter implements ExceptionFilter {
  catch(): never {
    throw new Error(SECRET);
  }
}

@Catch(BadRequestException)
export class RejectingFilter implements ExceptionFilter {
  async catch(): Promise<never> {
    throw new Error(SECRET);
  }
}
