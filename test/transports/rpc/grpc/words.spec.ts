import { Metadata } from '@grpc/grpc-js';
import {
  GrpcException,
  GrpcNotFoundException,
  GrpcUnavailableException,
  RpcException,
} from '@nestjs/microservices';
import type { AuthOsErrorCode } from 'nestjs-authos-errors';
import { SECRET } from '../../../support/expect-failure.js';
import { answerTo } from './answer-to.js';
import { expectStatus, trailersOf } from './expect-status.js';

const BY_STATUS: readonly [number, AuthOsErrorCode][] = [
  [1, 'BAD_REQUEST'],
  [3, 'BAD_REQUEST'],
  [5, 'NOT_FOUND'],
  [6, 'DUPLICATE_CONSTRAINT'],
  [7, 'FORBIDDEN'],
  [8, 'TOO_MANY_REQUESTS'],
  [9, 'BAD_REQUEST'],
  [10, 'BAD_REQUEST'],
  [11, 'BAD_REQUEST'],
  [16, 'UNAUTHORIZED'],
];
const OF_THE_SERVER = [2, 4, 12, 13, 14, 15];

describe('an exception of Nest was written for the client', () => {
  it.each(BY_STATUS)('with the status %s: RpcException is %s', async (status, code) => {
    const thrown = () => new RpcException({ code: status, message: 'Not like that.' });
    const { error } = await answerTo(thrown);
    expectStatus(error, { code, text: 'Not like that.' });
  });

  it.each(BY_STATUS)('with the status %s: GrpcException is %s', async (status, code) => {
    const { error } = await answerTo(() => new GrpcException('Not like that.', status));
    expectStatus(error, { code, text: 'Not like that.' });
  });

  it('by its details before its message', async () => {
    const said = { code: 5, details: 'No plan.', message: SECRET };
    const { error } = await answerTo(() => new RpcException(said));
    expectStatus(error, { code: 'NOT_FOUND', text: 'No plan.' });
  });

  it('by its text alone', async () => {
    const { error } = await answerTo(() => new RpcException('No plan.'));
    expectStatus(error, { code: 'BAD_REQUEST', text: 'No plan.' });
  });

  it('by its class', async () => {
    const { error } = await answerTo(() => new GrpcNotFoundException('No plan.'));
    expectStatus(error, { code: 'NOT_FOUND', text: 'No plan.' });
  });
});

describe('of a fault of the server the client reads nothing', () => {
  it.each(OF_THE_SERVER)('with the status %s in an RpcException', async (status) => {
    const { error } = await answerTo(() => new RpcException({ code: status, message: SECRET }));
    expectStatus(error, { code: 'INTERNAL_SERVER_ERROR' });
  });

  it.each(OF_THE_SERVER)('with the status %s in a GrpcException', async (status) => {
    const { error } = await answerTo(() => new GrpcException(SECRET, status));
    expectStatus(error, { code: 'INTERNAL_SERVER_ERROR' });
  });

  it('unless the option lets it', async () => {
    const thrown = () => new GrpcUnavailableException('The printer is on fire.');
    const { error } = await answerTo(thrown, { exposeServerMessages: true });
    expectStatus(error, { code: 'INTERNAL_SERVER_ERROR', text: 'The printer is on fire.' });
  });
});

describe('trailers of the application', () => {
  const metadata = new Metadata();
  metadata.set('plans-hint', 'silver');
  metadata.set('authos-error-code', 'FORBIDDEN');

  it('stay beside those of the contract', async () => {
    const thrown = () => new RpcException({ code: 5, message: 'No plan.', metadata });
    const { error } = await answerTo(thrown);
    const { 'plans-hint': hint } = trailersOf(error);
    error!.metadata.remove('plans-hint');
    expect(hint).toBe('silver');
    expectStatus(error, { code: 'NOT_FOUND', text: 'No plan.' });
    expect(metadata.getMap()).toEqual({ 'plans-hint': 'silver', 'authos-error-code': 'FORBIDDEN' });
  });

  it('keep the details that it has made itself', async () => {
    const own = metadata.clone();
    own.set('grpc-status-details-bin', Buffer.from('own'));
    const thrown = () => new RpcException({ code: 5, message: 'No plan.', metadata: own });
    const { error } = await answerTo(thrown);
    expect(trailersOf(error)).toEqual({
      'authos-error-code': 'NOT_FOUND',
      'authos-timestamp': expect.any(String),
      'grpc-status-details-bin': Buffer.from('own'),
      'plans-hint': 'silver',
    });
  });

  it('stay behind with a fault of the server', async () => {
    const { error } = await answerTo(() => new RpcException({ code: 13, message: '', metadata }));
    expectStatus(error, { code: 'INTERNAL_SERVER_ERROR' });
  });

  it('are not those that another service has sent (constructed)', async () => {
    const sent = metadata.clone();
    sent.set('authos-error-code', 'NOT_FOUND');
    sent.set('inner-host', SECRET);
    const answer = { code: 5, details: 'No plan.', metadata: sent };
    const { error } = await answerTo(
      () => new RpcException(Object.assign(new Error('5 NOT_FOUND: No plan.'), answer)),
    );
    expectStatus(error, { code: 'NOT_FOUND', text: 'No plan.' });
  });

  it('that cannot be read are none (constructed)', async () => {
    const unreadable = () =>
      Object.assign(new Error(SECRET), {
        getError() {
          throw new Error(SECRET);
        },
      });
    const mappers = [() => ({ code: 'NOT_FOUND' as const })];
    const { error, lines } = await answerTo(unreadable, { mappers });
    expectStatus(error, { code: 'NOT_FOUND' });
    expect(lines).toHaveLength(1);
  });
});
