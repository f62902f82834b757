import { type ArgumentsHost, Catch, type ExceptionFilter, Inject } from '@nestjs/common';
import { ApplicationConfig, BaseExceptionFilter, HttpAdapterHost } from '@nestjs/core';
import { isAuthOsExceptionFilter } from './authos-exception.filter.js';
import { caughtTypes } from '../nest/caught-types.js';
import { leaveAlone } from '../transports/graphql/left-alone.js';

const BRAND = Symbol.for('nestjs-authos-errors/nest-errors-filter');

/** Answers as the application would without AuthOsExceptionFilter: by a global filter of the user's, else by Nest's. */
@Catch()
export class NestErrorsFilter implements ExceptionFilter {
  constructor(
    @Inject(ApplicationConfig) private readonly config: ApplicationConfig,
    @Inject(HttpAdapterHost) private readonly adapterHost: HttpAdapterHost,
  ) {}

  /** Known across copies of the package. */
  get [BRAND](): true {
    return true;
  }

  catch(error: unknown, host: ArgumentsHost): unknown {
    const type = host.getType<string>();
    if (type === 'graphql') leaveAlone(error);
    const filter = this.config.getGlobalFilters().findLast((other) => catches(other, error));
    if (filter) return filter.catch(error, host) as unknown;
    // Elsewhere Nest answers itself when a filter returns nothing.
    if (type === 'http') new BaseExceptionFilter(this.adapterHost.httpAdapter).catch(error, host);
    return undefined;
  }
}

/** Recognises the class among the filters that a decorator was given. */
export function isNestErrorsFilter(filter: unknown): boolean {
  return typeof filter === 'function' && BRAND in Object(filter.prototype);
}

function catches(filter: ExceptionFilter, error: unknown): boolean {
  if (isAuthOsExceptionFilter(filter)) return false;
  const types = caughtTypes(filter.constructor);
  return types.length === 0 || types.some((type) => error instanceof type);
}
