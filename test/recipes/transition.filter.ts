import { type ArgumentsHost, Catch, Inject } from '@nestjs/common';
import { AuthOsExceptionFilter } from 'nestjs-authos-errors';
import { AllExceptionsFilter } from './all-exceptions.filter.js';

/** Old clients read what they always read, everyone else the envelope. */
@Catch()
export class TransitionFilter extends AuthOsExceptionFilter {
  @Inject(AllExceptionsFilter) private readonly old!: AllExceptionsFilter;

  override catch(error: unknown, host: ArgumentsHost): void {
    const { url } = host.switchToHttp().getRequest<{ url: string }>();
    if (url.startsWith('/v1/')) this.old.catch(error, host);
    else super.catch(error, host);
  }
}
