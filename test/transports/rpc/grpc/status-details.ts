import { join } from 'node:path';
import protobuf from 'protobufjs';

const ROOT = protobuf.loadSync(join(import.meta.dirname, 'google-rpc.proto'));
const PREFIX = 'type.googleapis.com/';

interface Status {
  readonly code: number;
  readonly message: string;
  readonly details: readonly { typeUrl: string; value: Uint8Array }[];
}

/** What a client reads in `grpc-status-details-bin`, with its messages by their names. */
export function statusDetails(bytes: Uint8Array): object {
  const { code, message, details } = decode('google.rpc.Status', bytes) as Status;
  const messages = details.map(({ typeUrl, value }) => {
    const type = typeUrl.startsWith(PREFIX) ? typeUrl.slice(PREFIX.length) : typeUrl;
    return [type, decode(type, value)] as const;
  });
  return { code, message, ...Object.fromEntries(messages) };
}

function decode(type: string, bytes: Uint8Array): object {
  const Type = ROOT.lookupType(type);
  return Type.toObject(Type.decode(bytes), { longs: Number, defaults: true });
}
