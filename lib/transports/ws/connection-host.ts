import { OwnHost } from '../own-host.js';

/** A hook of a gateway that failed: the client connects or is gone, and has sent no message. */
export class ConnectionHost extends OwnHost {
  constructor(
    client: unknown,
    readonly hook: 'handleConnection' | 'handleDisconnect',
  ) {
    super('ws', [client, undefined, undefined, hook]);
  }
}
