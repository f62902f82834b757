import type { INestApplication, Type } from '@nestjs/common';
import { ApplicationConfig } from '@nestjs/core';
import { isObservable } from 'rxjs';
import { bindGatewayOf } from '../../../nest/context-creators.js';
import type { Gateway } from '../../../nest/gateways-of.js';
import { descendsFrom } from '../../../translation/class-chain.js';
import type { UnknownObject } from '../../../translation/unknown-object.js';
import { asSent } from './as-sent.js';
import { type Received, type Transport, Unanswered } from './transport.js';

/** `WebSocket.OPEN`. */
const OPEN = 1;

/** A gateway of the application, and handlers that have its filters: global ones do not reach a gateway. */
export interface CoveredGateway extends Gateway {
  readonly handlers: Type;
}

/** The gateways of an application that is initialised. */
export function gatewayTransports(
  app: INestApplication,
  gateways: readonly CoveredGateway[],
  headers: Readonly<Record<string, string>>,
): Transport[] {
  const bind = bindGatewayOf(app);
  if (!bind) return [];
  // The adapter of @nestjs/platform-ws, or one that extends it.
  const adapter = Object(app.get(ApplicationConfig).getIoAdapter()) as UnknownObject;
  const clientOf = descendsFrom(adapter, 'WsAdapter') ? wsClient : socketIoClient;
  return gateways.map(({ type, module, handlers: Handlers }) => ({
    name: 'gateway',
    place: `gateway ${type.name}`,
    ask: (phase) =>
      new Promise((resolve, reject) => {
        const [client, third] = clientOf(headers, resolve);
        const fail = (): void => reject(new Unanswered('no answer came: a filter failed'));
        bind(new Handlers() as object, phase, module.token)(client, {}, third)
          // Nest subscribes, too, and sends what comes as a success.
          .then((result) => isObservable(result) && result.subscribe({ error: fail }))
          .catch(fail);
      }),
  }));
}

type Receive = (received: Received) => void;
type Headers = Readonly<Record<string, string>>;

/** The client of a message that waits for its acknowledgement, and what Nest hands over in the third place. */
function socketIoClient(headers: Headers, receive: Receive): [client: object, third: unknown] {
  const acknowledge = (error: unknown): void => receive({ error, text: asSent(error) });
  const client = {
    handshake: { headers, auth: {}, query: {} },
    emit: (_event: string, ...[error]: unknown[]) => acknowledge(error),
    disconnect: () => client,
  };
  return [client, acknowledge];
}

/** The same of ws, whose frames hold the event and its data, and where the third is the name of the event. */
function wsClient(headers: Headers, receive: Receive): [client: object, third: unknown] {
  const client = {
    handshake: { headers },
    readyState: OPEN,
    send: (frame: unknown) => {
      const text = String(frame);
      receive({ error: dataIn(text), text });
    },
    close: () => {},
  };
  return [client, 'conformance'];
}

function dataIn(frame: string): unknown {
  try {
    const { event, data } = JSON.parse(frame) as { event?: unknown; data?: unknown };
    return event === 'exception' ? data : frame;
  } catch {
    return frame;
  }
}
