import { UnauthorizedException } from '@nestjs/common';
import createError from 'http-errors';
import { translate } from '../../../support/translate.js';

/** An application's own error that has a field or two in common with the answer of another server. */
function error(fields: object): Error {
  return Object.assign(new Error('it failed'), fields);
}

describe('an error that only looks like the answer of another server is unknown, if it has', () => {
  it.each<[string, object]>([
    ['a response without headers', { response: { status: 503 } }],
    ['a response without a status', { response: { headers: {} } }],
    ['a response with a status that is none', { response: { headers: {}, status: 5030 } }],
    ['a response in words', { response: '503 Service Unavailable' }],
    ['a status and headers', { status: 503, headers: {} }],
    ['a status and headers in words', { status: 503, headers: 'x', error: 'x' }],
    ['a code of undici without a status', { code: 'UND_ERR_RESPONSE' }],
    ['a status and a code of its own', { code: 'UND_ERR', statusCode: 503 }],
    ['more info', { status: 503, moreInfo: 'x' }],
    ['metadata in words', { $metadata: '503' }],
    ['metadata without a status', { $metadata: {} }],
    ['a name of AWS', { name: 'ThrottlingException' }],
    ['a code of NATS', { code: 'TIMEOUT' }],
    ['a subject', { subject: 'x' }],
    ['a class of AMQP without a method', { classId: 50 }],
    ['a method of AMQP without a class', { methodId: 10 }],
    ['an error and a URL, without a system call', { err: { code: 'E_MINE' }, url: 'x' }],
    ['an error of the system, without a URL', { err: { syscall: 'connect' } }],
    ['a command', { command: 'QUIT' }],
    ['a command and a code of its own', { command: 'QUIT', code: 'E_MINE' }],
    ['a code of nodemailer', { code: 'EENVELOPE' }],
    ['a code of S3', { code: 'SlowDown' }],
  ])('%s', (_name, fields) => {
    expect(translate(error(fields)).code).toBe('INTERNAL_SERVER_ERROR');
  });
});

it.each([
  [new UnauthorizedException(), 'UNAUTHORIZED'],
  [createError(503, { headers: { 'retry-after': '1' } }), 'INTERNAL_SERVER_ERROR'],
  [createError(404, 'No such plan.', { headers: {} }), 'NOT_FOUND'],
])('an answer of this server stays its own: %s', (thrown, code) => {
  expect(translate(thrown).code).toBe(code);
});
