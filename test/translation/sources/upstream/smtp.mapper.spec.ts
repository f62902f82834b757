import { createTransport } from 'nodemailer';
import { expectFailure, SECRET } from '../../../support/expect-failure.js';
import {
  type LoopbackServer,
  refusingPort,
  startTcpServer,
} from '../../../support/servers/loopback.server.js';
import { thrownBy } from '../../../support/thrown-by.js';
import { expectUpstreamFailure } from './expect-upstream.js';

/** What the mail server answers to the beginning of a line. */
const ANSWERS: readonly (readonly [RegExp, string])[] = [
  [/^EHLO/, '250-loopback\r\n250 AUTH PLAIN'],
  [/^AUTH/, `535 5.7.8 ${SECRET}`],
  [/^MAIL/, '250 ok'],
  [/^RCPT TO:<later/, `450 4.2.1 ${SECRET}`],
  [/^RCPT TO:<nobody/, `550 5.1.1 ${SECRET}`],
  [/^RCPT/, '250 ok'],
  [/^DATA/, `554 5.7.1 ${SECRET}`],
];

describe('nodemailer', () => {
  let server: LoopbackServer;
  let silent: LoopbackServer;

  beforeAll(async () => {
    silent = await startTcpServer(() => {});
    server = await startTcpServer((socket) => {
      socket.write('220 loopback\r\n');
      socket.on('data', (data) => {
        const line = data.toString();
        const [, answer] = ANSWERS.find(([command]) => command.test(line)) ?? [
          undefined,
          '221 bye',
        ];
        socket.write(`${answer}\r\n`);
      });
    });
  });

  afterAll(() => Promise.all([server.stop(), silent.stop()]));

  const send = (to: string, options: object = {}): Promise<unknown> =>
    thrownBy(() =>
      createTransport({ host: '127.0.0.1', port: server.port, ...options }).sendMail({
        from: 'a@example.com',
        to,
        text: SECRET,
      }),
    );

  it.each([
    ['a recipient', 'nobody@example.com', {}],
    ['a recipient for now', 'later@example.com', {}],
    ['the mail', 'somebody@example.com', {}],
    ['the password', 'somebody@example.com', { auth: { user: 'a', pass: SECRET } }],
  ])('whose server refuses %s is IO_ERROR', async (_name, to, options) => {
    expectUpstreamFailure(await send(to, options), 'IO_ERROR');
  });

  it('whose server cannot be reached is IO_ERROR', async () => {
    const error = await send('somebody@example.com', { port: await refusingPort() });
    expectFailure(error, 'IO_ERROR');
  });

  it('whose server does not greet is IO_ERROR', async () => {
    const error = await send('somebody@example.com', { port: silent.port, greetingTimeout: 50 });
    expectFailure(error, 'IO_ERROR');
  });

  it('whose server does not speak TLS is IO_ERROR', async () => {
    expectFailure(await send('somebody@example.com', { secure: true }), 'IO_ERROR');
  });

  it('without a recipient is the fault of this server', async () => {
    expectFailure(await send(''), 'INTERNAL_SERVER_ERROR');
  });
});
