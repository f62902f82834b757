import {
  BadRequestException,
  ForbiddenException,
  HttpException,
  InternalServerErrorException,
  NotFoundException,
  ServiceUnavailableException,
  UnauthorizedException,
  UnprocessableEntityException,
} from '@nestjs/common';
import { AuthOsException } from '../../../contract/authos.exception.js';
import { errorWith, SECRET } from '../secret.js';

const VALIDATION_ERROR = Object.freeze({
  property: 'email',
  value: SECRET,
  target: { email: SECRET },
  constraints: { isEmail: 'email must be an email' },
  children: [],
});

/** What an application throws to answer its client, and what Nest and its packages throw for it. */
export const APPLICATION_FAULTS = {
  'http-exception-400': () =>
    new BadRequestException('The name is too long.', { cause: new Error(SECRET) }),
  'http-exception-401': () => new UnauthorizedException(),
  'http-exception-403': () => new ForbiddenException('Ask an administrator.'),
  'http-exception-404': () => new NotFoundException(),
  'http-exception-409': () => new HttpException('The slug is taken.', 409),
  'http-exception-410': () => new HttpException('It is gone.', 410),
  'http-exception-418': () => new HttpException({ brew: SECRET }, 418),
  'http-exception-422': () => new UnprocessableEntityException(['a must be a', 'b must be b']),
  'http-exception-429': () => new HttpException('Slow down.', 429),
  'http-exception-500': () => new InternalServerErrorException(SECRET),
  'http-exception-503': () => new ServiceUnavailableException({ message: SECRET, host: SECRET }),
  'http-exception-with-status-200': () => new HttpException(SECRET, 200),
  'http-exception-with-code': () =>
    new HttpException(
      { message: 'The team is full.', error_code: 'TEAM_LIMIT_EXCEEDED', query: SECRET },
      400,
    ),
  'http-exception-with-own-body': () =>
    new HttpException({ message: 'The plan is wrong.', statement: SECRET }, 400),
  'authos-exception-400': () =>
    new AuthOsException('DEVICE_CODE_PENDING', 'Approve the sign-in.', {
      retryAfter: 5,
      cause: new Error(SECRET),
    }),
  'authos-exception-401': () => new AuthOsException('TOKEN_EXPIRED'),
  'authos-exception-500': () =>
    new AuthOsException('BILLING_ERROR', 'The invoice is late.', { cause: new Error(SECRET) }),
  'authos-exception-with-bad-headers': () =>
    new AuthOsException('FORBIDDEN', undefined, { headers: { 'x-plan': `a\r\nx-b: ${SECRET}` } }),
  'validation-errors': () => [VALIDATION_ERROR],
  'validation-errors-in-exception': () => new BadRequestException([VALIDATION_ERROR]),
  throttler: () =>
    Object.assign(new HttpException('ThrottlerException: Too Many Requests', 429), {
      name: 'ThrottlerException',
    }),
  'transport-exception': () =>
    errorWith({ getError: () => ({ status: 'error', message: 'The room is full.' }) }),
  'mercurius-refusal': () =>
    errorWith({ code: 'MER_ERR_GQL_PERSISTED_QUERY_NOT_FOUND', statusCode: 400 }),
} as const;
