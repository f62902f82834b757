import { Catch, HttpException, HttpStatus } from '@nestjs/common';

/** The catch-everything filter of Nest's documentation. It logs nothing. */
export class HandWrittenFilter {
  /** @param {import('@nestjs/core').HttpAdapterHost} httpAdapterHost */
  constructor(httpAdapterHost) {
    this.httpAdapterHost = httpAdapterHost;
  }

  /**
   * @param {unknown} exception
   * @param {import('@nestjs/common').ArgumentsHost} host
   */
  catch(exception, host) {
    const { httpAdapter } = this.httpAdapterHost;
    const ctx = host.switchToHttp();
    const httpStatus =
      exception instanceof HttpException ? exception.getStatus() : HttpStatus.INTERNAL_SERVER_ERROR;
    const responseBody = {
      statusCode: httpStatus,
      timestamp: new Date().toISOString(),
      path: httpAdapter.getRequestUrl(ctx.getRequest()),
    };
    httpAdapter.reply(ctx.getResponse(), responseBody, httpStatus);
  }
}
Catch()(HandWrittenFilter);
