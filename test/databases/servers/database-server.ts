import type { Connection, ServerName } from '../database-client.js';

/** A database of its own for one spec, with the tables in it. */
export interface DatabaseServer {
  name: ServerName;
  url: string;
  /** Brings the rows back to what every test starts with. */
  reset(connection: Connection): Promise<void>;
  stop(): Promise<void>;
}

/** One that runs in processes of its own, and can fail in more ways. */
export interface RemoteServer extends DatabaseServer {
  /** Statements of which the last one runs into a time limit. */
  slowStatements: readonly string[];
  /** A statement that ends its own connection. */
  suicide: string;
  /** Cuts every connection but its own, and returns when they are gone. */
  disconnectClients(): Promise<void>;
}

export function isRemote(server: DatabaseServer): server is RemoteServer {
  return 'disconnectClients' in server;
}
