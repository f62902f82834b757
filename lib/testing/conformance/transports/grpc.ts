import { BASE } from '../conformance.controller.js';
import { asSent } from './as-sent.js';
import type { Received } from './transport.js';

/** `UNKNOWN` of gRPC. */
const UNKNOWN = 2;

/** The part of @grpc/grpc-js's Metadata that filters use. Bytes are kept as text, so that they can be looked into. */
class Metadata {
  private readonly entries = new Map<string, (string | Buffer)[]>();

  get(name: string): (string | Buffer)[] {
    return this.entries.get(name.toLowerCase()) ?? [];
  }

  set(name: string, value: string | Buffer): void {
    this.entries.set(name.toLowerCase(), [value]);
  }

  add(name: string, value: string | Buffer): void {
    this.entries.set(name.toLowerCase(), [...this.get(name), value]);
  }

  remove(name: string): void {
    this.entries.delete(name.toLowerCase());
  }

  getMap(): Record<string, string | Buffer> {
    return Object.fromEntries(
      [...this.entries].flatMap(([name, [first]]) => (first === undefined ? [] : [[name, first]])),
    );
  }

  clone(): Metadata {
    const copy = new Metadata();
    for (const [name, values] of this.entries) values.forEach((value) => copy.add(name, value));
    return copy;
  }

  toHttp2Headers(): Record<string, (string | Buffer)[]> {
    return Object.fromEntries(this.entries);
  }

  toJSON(): Record<string, string[]> {
    return Object.fromEntries(
      [...this.entries].map(([name, values]) => [name, values.map(String)]),
    );
  }
}

/** What Nest hands to a handler: the message, what the client sent with it, and the call. */
export function grpcArguments(): unknown[] {
  const metadata = new Metadata();
  const call = { metadata, cancelled: false, getPath: () => `/${BASE}`, emit: () => false };
  return [{}, metadata, call];
}

/** The status that @grpc/grpc-js makes of an error. */
export function grpcReceived(thrown: unknown): Received {
  const { code, details, message, metadata } = Object(thrown) as Record<string, unknown>;
  const error = {
    code: Number.isInteger(code) ? code : UNKNOWN,
    details: typeof details === 'string' ? details : (message ?? 'Unknown Error'),
    metadata,
  };
  return { error, text: asSent(error) };
}
