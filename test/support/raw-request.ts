import { connect } from 'node:net';

export interface RawResponse {
  status: number;
  headers: Record<string, string>;
  text: string;
}

/** Sends bytes as they are, which no HTTP client would, and reads what comes until the server closes. */
export async function rawRequest(url: string, ...chunks: string[]): Promise<RawResponse> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.setEncoding('utf8');
  for (const chunk of chunks) socket.write(chunk);
  let received = '';
  socket.on('data', (data) => (received += data));
  await new Promise((resolve, reject) => socket.on('close', resolve).on('error', reject));
  const [head = '', text = ''] = received.split(/\r\n\r\n(.*)/s);
  const [statusLine = '', ...lines] = head.split('\r\n');
  const headers = lines.map((line) => {
    const [name = '', value = ''] = line.split(/: (.*)/s);
    return [name.toLowerCase(), value] as const;
  });
  return { status: Number(statusLine.split(' ')[1]), headers: Object.fromEntries(headers), text };
}
