import type { AuthOsErrorCode } from 'nestjs-authos-errors';
import type { FaultName } from './faults.js';

/** The databases that the tests run against. PGlite and sql.js live in the process of the test. */
export type ServerName = 'PostgreSQL' | 'MariaDB' | 'PGlite' | 'sql.js';

export interface User {
  id: number;
  email: string;
  name: string | null;
  age: number;
  phone: string;
}

export interface Post {
  id: number;
  authorId: number;
  slug: string;
}

/** What every library can do, in its own words: models where it has them, else SQL. */
export interface Session {
  insertUser(user: User): Promise<unknown>;
  insertPost(post: Post): Promise<unknown>;
  updateEmail(id: number, email: string): Promise<unknown>;
  query(sql: string): Promise<unknown>;
}

export interface Connection extends Session {
  /** Fails with the library's own error for a row that is not there, if it has one. */
  findMissing?(email: string): Promise<unknown>;
  transaction(work: (session: Session) => Promise<unknown>): Promise<unknown>;
  /** Provokes the errors of the library's own, by the names in `ownFaults`. */
  own?: Readonly<Record<string, () => Promise<unknown>>>;
  close(): Promise<unknown>;
}

/** Where a fault becomes another code than everywhere else. */
export interface Exception {
  fault: FaultName;
  code: AuthOsErrorCode;
  because: string;
}

/** A library on one of its databases. */
export interface DatabaseClient {
  library: string;
  /** The package that talks to the database, where the library is not it. */
  driver?: string;
  server: ServerName;
  open(url: string): Promise<Connection>;
  /** Faults that it has no error for. */
  without?: readonly FaultName[];
  exceptions?: readonly Exception[];
  /** Faults that only this library knows, and their codes. */
  ownFaults?: Readonly<Record<string, AuthOsErrorCode>>;
  /** Names of violated constraints that its errors do not give away. */
  unknownNames?: readonly string[];
}
