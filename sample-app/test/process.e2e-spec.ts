import { once } from 'node:events';
import { connect } from 'node:net';
import request from 'supertest';
import { START_TIMEOUT, startSampleApp } from './support/sample-app.process.js';
import './support/to-be-authos-error.js';

describe('The process', () => {
  it.each([
    ['PORT', '70000'],
    ['PLATFORM', 'koa'],
    ['PUBLIC_URL', 's3cret'],
    ['DATABASE_URL', 'mysql://user:s3cret@127.0.0.1/test'],
    ['REDIS_URL', 'http://user:s3cret@127.0.0.1'],
    ['NATS_URL', 'http://user:s3cret@127.0.0.1'],
    ['AUDIT_LOG', 's3cret'],
    ['AUDIT_PORT', '0'],
    ['AUTH_PRIVATE_KEY', 's3cret'],
    ['STRIPE_API_BASE', 's3cret'],
  ])('does not start with a wrong %s, and keeps its value to itself', async (name, value) => {
    const failure = await startSampleApp({ [name]: value }).catch((error: Error) => error.message);

    expect(failure).toContain(`The environment is wrong: ${name} must`);
    expect(failure).not.toContain('s3cret');
  });

  it.each(['express', 'fastify'])(
    'ends well on SIGTERM, on %s, even while an upload has stalled',
    async (PLATFORM) => {
      const app = await startSampleApp({ PLATFORM });
      const ended = stallUpload(app.url).finally(() => app.stop('SIGTERM'));
      await expect(ended).resolves.toBeUndefined();
    },
    START_TIMEOUT,
  );

  it(
    'prints examples that can be pasted, and each shows an envelope',
    async () => {
      const app = await startSampleApp({ DATABASE_URL: '' });
      const examples = app.output().match(/^curl .*$/gm) ?? [];
      const responses = await Promise.all(examples.map(paste)).finally(() => app.stop());

      expect(responses).toHaveLength(3);
      expect(responses[0]!).toBeAuthOsError('NOT_FOUND');
      expect(responses[1]!).toBeAuthOsError('BAD_REQUEST');
      expect(responses[2]!).toBeAuthOsError('ORGANIZATION_NOT_ACTIVE');
    },
    START_TIMEOUT,
  );
});

/** Opens a connection with a request that the server has begun to read, and whose body never comes. */
async function stallUpload(url: string): Promise<void> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined); // The server may cut it off the hard way.
  socket.write('POST /auth/token HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n');
  socket.write('Content-Type: application/json\r\nExpect: 100-continue\r\n\r\n');
  await once(socket, 'data');
}

/** Does what `curl -i <url> [-H <header>] [-d <body>]` does. */
async function paste(command: string): Promise<request.Response> {
  const { url, header, body } =
    /^curl -i (?<url>\S+)(?: -H '(?<header>[^']+)')?(?: -d '(?<body>[^']+)')?$/.exec(
      command,
    )!.groups!;
  const test = body ? request(url!).post('').send(body) : request(url!).get('');
  const [name, value] = header?.split(': ') ?? [];
  return name ? test.set(name, value!) : test;
}
