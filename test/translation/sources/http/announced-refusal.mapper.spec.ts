import { type IncomingMessage, ServerResponse } from 'node:http';
import type { ArgumentsHost } from '@nestjs/common';
import { edgeHost } from '../../../../lib/transports/http/edge/edge-host.js';
import { SECRET } from '../../../support/expect-failure.js';
import { translate } from '../../../support/translate.js';

const failed = (statusCode: unknown): Error => Object.assign(new Error(SECRET), { statusCode });

describe('an error with nothing but a statusCode', () => {
  it.each([
    [429, { 'retry-after': 30 }, 'TOO_MANY_REQUESTS', 429],
    [403, { 'retry-after': 30 }, 'FORBIDDEN', 403],
    [401, { 'www-authenticate': 'Basic' }, 'UNAUTHORIZED', 401],
  ])('of %i answers this request where %j is set', (statusCode, headers, code, status) => {
    const expected = { code, status, message: undefined };
    const host = hostWith(headers);
    expect(translate(failed(statusCode), {}, host)).toMatchObject(expected);
    expect(translate({ statusCode, message: SECRET }, {}, host)).toMatchObject(expected);
  });

  it.each<[string, unknown, ArgumentsHost | undefined]>([
    ['429 without a host', 429, undefined],
    ['429 without a header', 429, hostWith({})],
    [
      '429 beside the headers of a request that is allowed',
      429,
      hostWith({ 'x-ratelimit-limit': 9 }),
    ],
    ['401 beside a Retry-After', 401, hostWith({ 'retry-after': 30 })],
    ['404 beside both', 404, hostWith({ 'retry-after': 30, 'www-authenticate': 'Basic' })],
    ['"429"', '429', hostWith({ 'retry-after': 30 })],
    ['429 where there is no reply', 429, edgeHost({}, undefined)],
    ['429 where the reply has no headers', 429, edgeHost({}, {})],
    [
      '429 on another transport',
      429,
      { ...hostWith({ 'retry-after': 30 }), getType: () => 'rpc' as never },
    ],
  ])('is unknown with %s', (_what, statusCode, host) => {
    expect(translate(failed(statusCode), {}, host)).toMatchObject({
      code: 'INTERNAL_SERVER_ERROR',
      status: 500,
      message: undefined,
    });
  });
});

function hostWith(headers: Readonly<Record<string, number | string>>): ArgumentsHost {
  const incoming = { method: 'GET', url: '/', httpVersionMajor: 1, httpVersionMinor: 1 };
  const response = new ServerResponse(incoming as IncomingMessage);
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  return edgeHost(incoming, response);
}
