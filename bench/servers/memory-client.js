import { once } from 'node:events';
import { Duplex } from 'node:stream';

/** A connection of Node's HTTP server that ends in memory: what is written to it is dropped. */
class MemorySocket extends Duplex {
  remoteAddress = '127.0.0.1';

  _read() {}

  _write(chunk, encoding, done) {
    done();
  }

  _writev(chunks, done) {
    done();
  }

  setTimeout() {}
  setNoDelay() {}
  setKeepAlive() {}
  ref() {}
  unref() {}

  destroySoon() {
    this.destroy();
  }
}

/**
 * Asks a server of this process so many times for a route, without a socket: what is left is what the server itself
 * does. Each connection asks again as soon as it is answered.
 *
 * @throws Error when an answer has another status.
 */
export async function askInMemory(server, route, { requests, connections }) {
  const request = Buffer.from(requestText(route));
  const done = new AbortController();
  let asked = 0;
  let answered = 0;
  const ask = (socket) => {
    if (asked === requests) return;
    asked++;
    setImmediate(() => socket.push(request));
  };
  const answer = ({ socket }, response) => {
    response.on('finish', () => {
      if (response.statusCode !== route.status) {
        done.abort(new Error(`${route.path} answers ${response.statusCode}`));
      }
      answered++;
      if (answered === requests) done.abort();
      ask(socket);
    });
  };
  const ended = once(done.signal, 'abort');
  server.on('request', answer);
  const sockets = Array.from({ length: connections }, () => new MemorySocket());
  for (const socket of sockets) {
    server.emit('connection', socket);
    ask(socket);
  }
  await ended;
  server.off('request', answer);
  for (const socket of sockets) socket.destroy();
  if (answered < requests) throw done.signal.reason;
}

function requestText({ path, method = 'GET', headers = {}, body = '' }) {
  const sent = { host: 'localhost', ...headers, ...(body && { 'content-length': body.length }) };
  const lines = Object.entries(sent).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`;
}
