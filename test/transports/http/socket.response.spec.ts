import { SocketResponse } from '../../../lib/transports/http/socket.response.js';

type Socket = ConstructorParameters<typeof SocketResponse>[0];

function replyOn(socket: object): SocketResponse {
  return new SocketResponse(socket as Socket);
}

describe('the reply on a bare connection', () => {
  it.each([
    ['open', { writable: true }],
    ['open', { writable: true, _httpMessage: null }],
    ['open', { writable: true, _httpMessage: { headersSent: false } }],
    ['started', { writable: true, _httpMessage: { headersSent: true } }],
    ['aborted', { writable: false, _httpMessage: { headersSent: true } }],
  ])('is %s on %j', (state, socket) => {
    expect(replyOn(socket).state).toBe(state);
  });

  it('has no headers from before', () => {
    const reply = replyOn({});
    expect([reply.header(), reply.headerNames()]).toEqual([undefined, []]);
  });

  it.each([
    [431, 'Request Header Fields Too Large'],
    [499, ''],
  ])('writes status %d with its reason "%s", and ends', (status, reason) => {
    const written: string[] = [];
    const reply = replyOn({
      write: (text: string) => written.push(text),
      destroySoon: () => written.push('end'),
    });
    reply.send({ status, headers: { 'x-a': 'b' }, body: '{"ü":1}' });
    expect(written).toEqual([
      expect.stringMatching(
        new RegExp(
          `^HTTP/1\\.1 ${status} ${reason}\r\nx-a: b\r\ncontent-length: 8\r\ndate: .+ GMT\r\nconnection: close\r\n\r\n{"ü":1}$`,
        ),
      ),
      'end',
    ]);
  });

  it('breaks the connection', () => {
    const calls: string[] = [];
    replyOn({ destroy: () => calls.push('destroy') }).abort();
    expect(calls).toEqual(['destroy']);
  });
});
