import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { answerOf, headersOf, type ResponseAnswer } from '../answer.js';

const HOST = '127.0.0.1';

export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Sends a request on a connection of its own. Rejects where the answer is cut, or does not come in time. */
export async function exchange(
  port: number,
  { method, path, headers, body }: HttpRequest,
  signal: AbortSignal,
): Promise<ResponseAnswer> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request({ host: HOST, port, method, path, headers, agent: false, signal })
      // After the answer it fails where the server does not read the rest of the body.
      .on('error', reject)
      .on('response', resolve)
      .end(body);
  });
  const { statusCode = 0 } = response;
  const received = await text(response);
  return answerOf(received, {
    status: statusCode,
    headers: headersOf(Object.entries(response.headers)),
  });
}

/** Sends bytes as they are, and reads what comes until the server closes. */
export async function exchangeBytes(
  port: number,
  bytes: string,
  hangsUp: boolean,
  signal: AbortSignal,
): Promise<ResponseAnswer> {
  const socket = connect({ port, host: HOST, signal });
  socket.write(bytes);
  if (hangsUp) socket.end();
  const received = await text(socket);
  const [head = '', body = ''] = received.split(/\r\n\r\n(.*)/s);
  const [statusLine = '', ...lines] = head.split('\r\n');
  if (!statusLine.startsWith('HTTP/'))
    throw new Error('the connection was closed without an answer');
  const headers = lines.map((line) => line.split(/: *(.*)/s) as unknown as [string, string]);
  return answerOf(body, { status: Number(statusLine.split(' ')[1]), headers: headersOf(headers) });
}
