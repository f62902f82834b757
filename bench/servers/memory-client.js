import { Duplex } from 'node:stream';

/** @import { Route } from '../types.js' */

/** A connection of Node's HTTP server that ends in memory: what is written to it is dropped. */
class MemorySocket extends Duplex {
  remoteAddress = '127.0.0.1';

  constructor() {
    // As a socket of the kernel, which takes strings as they are.
    super({ decodeStrings: false });
  }

  _read() {}

  /**
   * @param {unknown} _chunk
   * @param {BufferEncoding} _encoding
   * @param {() => void} done
   */
  _write(_chunk, _encoding, done) {
    done();
  }

  /**
   * @param {unknown} _chunks
   * @param {() => void} done
   */
  _writev(_chunks, done) {
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
 * @param {import('node:http').Server} server
 * @param {Route} route
 * @param {import('../types.js').LoadSettings} settings
 * @throws Error when an answer has another status.
 */
export async function askInMemory(server, route, { requests, connections }) {
  const request = Buffer.from(requestText(route));
  const sockets = Array.from({ length: connections }, () => new MemorySocket());
  let asked = 0;
  let answered = 0;
  /** @type {import('node:http').RequestListener} */
  let onRequest = () => {};
  try {
    await new Promise((resolve, reject) => {
      /** @param {Duplex} socket */
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
          if (answered === requests) resolve(undefined);
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

/** @param {Route} route */
function requestText({ path, method = 'GET', headers = {}, body = '' }) {
  const sent = { host: 'localhost', ...headers, ...(body && { 'content-length': body.length }) };
  const lines = Object.entries(sent).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`;
}
