import { type ArgumentsHost, Catch, type ExceptionFilter, Inject } from '@nestjs/common';
import { ApplicationConfig, BaseExceptionFilter, HttpAdapterHost } from '@nestjs/core';
import { isAuthOsExceptionFilter } from './authos-exception.filter.js';
import { caughtTypes } from '../nest/caught-types.js';
import { leaveAlone } from '../transports/graphql/left-alone.js';

/** Answers as the application would without AuthOsExceptionFilter: by a global filter of the user's, else by Nest's. */
@Catch()
export class NestErrorsFilter implements ExceptionFilter {
  constructor(
    @Inject(ApplicationConfig) private readonly config: ApplicationConfig,
    @Inject(HttpAdapterHost) private readonly adapterHost: HttpAdapterHost,
  ) {}

  catch(error: unknown, host: ArgumentsHost): unknown {
    const isGraphQL = host.getType<string>() === 'graphql';
    if (isGraphQL) leaveAlone(error);
    const filter = this.config.getGlobalFilters().findLast((other) => catches(other, error));
    if (filter) return filter.catch(error, host) as unknown;
    // There Nest answers itself when a filter returns nothing.
    if (!isGraphQL) new BaseExceptionFilter(this.adapterHost.httpAdapter).catch(error, host);
    return undefined;
  }
}

function catches(filter: ExceptionFilter, error: unknown): boolean {
  if (isAuthOsExceptionFilter(filter)) return false;
  const types = caughtTypes(filter.constructor);
  return types.length === 0 || types.some((type) => error instanceof type);
}
