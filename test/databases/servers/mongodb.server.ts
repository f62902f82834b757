import { BSON, Long } from 'mongodb';
import { SECRET } from '../../support/expect-failure.js';
import { type LoopbackServer, startTcpServer } from '../../support/servers/loopback.server.js';

const OP_MSG = 2013;
const HEADER = 16;
const BODY = HEADER + 5;

/** Speaks just enough of MongoDB's protocol to answer as MongoDB documents it: every write is a duplicate, nothing is found. */
export function startMongoDbStandIn(): Promise<LoopbackServer> {
  return startTcpServer((socket) => {
    let received = Buffer.alloc(0);
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      while (received.length >= 4 && received.length >= received.readInt32LE(0)) {
        const message = received.subarray(0, received.readInt32LE(0));
        received = received.subarray(message.length);
        const size = message.readInt32LE(BODY);
        const answer = answerTo(BSON.deserialize(message.subarray(BODY, BODY + size)));
        if (answer) socket.write(frame(answer, message.readInt32LE(4)));
        else socket.destroy();
      }
    });
  });
}

function answerTo(command: BSON.Document): BSON.Document | undefined {
  const [name, collection] = Object.entries(command)[0] ?? [];
  switch (name) {
    case 'insert':
    case 'update':
      return { ok: 1, n: 0, writeErrors: [{ index: 0, ...duplicateIn(String(collection)) }] };
    case 'findAndModify':
      return { ok: 0, codeName: 'DuplicateKey', ...duplicateIn(String(collection)) };
    case 'find':
      return { ok: 1, cursor: { id: Long.ZERO, ns: 'app.users', firstBatch: [] } };
    case 'count':
      return { ok: 0, code: 50, codeName: 'MaxTimeMSExpired', errmsg: SECRET };
    case 'delete':
      return undefined;
    default:
      return { ok: 1, isWritablePrimary: true, maxWireVersion: 21, minWireVersion: 0 };
  }
}

function duplicateIn(collection: string): BSON.Document {
  const fields = collection === 'posts' ? ['author', 'slug'] : ['email'];
  const of = <T>(value: T): Record<string, T> =>
    Object.fromEntries(fields.map((field) => [field, value]));
  const index = fields.map((field) => `${field}_1`).join('_');
  const key = JSON.stringify(of(SECRET));
  return {
    code: 11_000,
    keyPattern: of(1),
    keyValue: of(SECRET),
    errmsg: `E11000 duplicate key error collection: app.${collection} index: ${index} dup key: ${key}`,
  };
}

function frame(answer: BSON.Document, responseTo: number): Buffer {
  const body = BSON.serialize(answer);
  const head = Buffer.alloc(BODY);
  head.writeInt32LE(BODY + body.length, 0);
  head.writeInt32LE(responseTo, 8);
  head.writeInt32LE(OP_MSG, 12);
  return Buffer.concat([head, body]);
}
