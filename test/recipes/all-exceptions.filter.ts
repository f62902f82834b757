import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Injectable,
  Logger,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';

@Catch()
@Injectable()
export class AllExceptionsFilter implements ExceptionFilter {
  private readonly logger = new Logger(AllExceptionsFilter.name);

  constructor(private readonly adapterHost: HttpAdapterHost) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const { httpAdapter } = this.adapterHost;
    const http = host.switchToHttp();
    const isHttp = error instanceof HttpException;
    const statusCode = isHttp ? error.getStatus() : 500;
    if (statusCode >= 500) this.logger.error(error);
    const body = {
      statusCode,
      message: isHttp ? error.message : 'Internal server error',
      path: String(httpAdapter.getRequestUrl(http.getRequest())),
    };
    httpAdapter.reply(http.getResponse(), body, statusCode);
  }
}
