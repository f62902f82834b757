import { join } from 'node:path';
import {
  type Client,
  credentials,
  type GrpcObject,
  loadPackageDefinition,
  type ServiceClientConstructor,
  type ServiceError,
} from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';

export const PROTO = join(import.meta.dirname, 'plans.proto');

const PACKAGE = loadPackageDefinition(loadSync(PROTO)).plans as GrpcObject;

/** What a call came to: the values that arrived, and the status that it ended with, if that is an error. */
export interface Outcome {
  readonly values: readonly object[];
  readonly error: ServiceError | undefined;
}

interface DuplexCall {
  write(message: object): void;
  end(): void;
  cancel(): void;
  on(event: string, listener: (value: never) => void): this;
}

type Answer = (error: ServiceError | null, value?: object) => void;
type Method = (this: Client, ...args: unknown[]) => DuplexCall;

/** A client of @grpc/grpc-js as any service has it, for calls of every kind from the same line. */
export class PlansClient {
  private readonly clients: Readonly<Record<string, Client>>;
  private latest: DuplexCall | undefined;

  constructor(url: string) {
    const create = (service: string): Client =>
      new (PACKAGE[service] as ServiceClientConstructor)(url, credentials.createInsecure());
    this.clients = { Plans: create('Plans'), RawPlans: create('RawPlans') };
  }

  /** Calls a method with messages, of which one that takes no stream gets the last. */
  call(path: string, ...messages: readonly object[]): Promise<Outcome> {
    const [service, name] = path.split('/') as [string, string];
    const { requestStream, responseStream } = (PACKAGE[service] as ServiceClientConstructor)
      .service[name]!;
    const client = this.clients[service] as Client & Record<string, Method>;
    const inputs = requestStream ? [] : messages.slice(-1);
    return new Promise((resolve) => {
      const answer: Answer = (error, value) =>
        resolve({ values: value ? [value] : [], error: error ?? undefined });
      const call = client[name]!(...inputs, ...(responseStream ? [] : [answer]));
      this.latest = call;
      if (responseStream) collect(call, resolve);
      if (!requestStream) return;
      messages.forEach((message) => call.write(message));
      call.end();
    });
  }

  /** Cancels the call that was made last. */
  cancel(): void {
    this.latest?.cancel();
  }

  close(): void {
    Object.values(this.clients).forEach((client) => client.close());
  }
}

function collect(call: DuplexCall, resolve: (outcome: Outcome) => void): void {
  const values: object[] = [];
  call.on('data', (value: object) => values.push(value));
  call.on('error', (error: ServiceError) => resolve({ values, error }));
  call.on('end', () => resolve({ values, error: undefined }));
}
