import { Duplex } from 'node:stream';

/** A connection of Node's HTTP server that ends in memory: what is written to it is dropped. */
class MemorySocket extends Duplex {
  remoteAddress = '127.0.0.1';

  constructor() {
    // As a socket of the kernel, which takes strings as they are.
    super({ decodeStrings: false });
  }

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
 * Asks a server of this process so many times for a route on connections that end in memory, without the kernel. Each
 * of them asks again as soon as it is answered.
 *
 * @throws Error when an answer has another status.
 */
export async function askInMemory(server, route, { requests, connections }) {
  const request = Buffer.from(requestText(route));
  const sockets = Array.from({ length: connections }, () => new MemorySocket());
  let asked = 0;
  let answered = 0;
  let onRequest;
  try {
    await new Promise((resolve, reject) => {
      const ask = (socket) => {
        if (asked === requests) return;
        asked++;
        setImmediate(() => socket.push(request));
      };
      onRequest = ({ socket }, response) => {
        response.on('finish', () => {
          const { statusCode } = response;
          if (statusCode !== route.status) reject(new Error(`${route.path} answers ${statusCode}`));
          answered++;
          if (answered === requests) resolve();
          ask(socket);
        });
      };
      server.on('request', onRequest);
      for (const socket of sockets) {
        server.emit('connection', socket);
        ask(socket);
      }
    });
  } finally {
    server.off('request', onRequest);
    for (const socket of sockets) socket.destroy();
  }
}

function requestText({ path, method = 'GET', headers = {}, body = '' }) {
  const sent = { host: 'localhost', ...headers, ...(body && { 'content-length': body.length }) };
  const lines = Object.entries(sent).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`;
}
