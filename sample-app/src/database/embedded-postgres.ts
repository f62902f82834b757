import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';

/** PostgreSQL inside this process, in memory, behind a loopback port, so that ordinary drivers reach it. */
export class EmbeddedPostgres {
  private constructor(
    private readonly database: PGlite,
    private readonly server: PGLiteSocketServer,
  ) {}

  static async start(): Promise<EmbeddedPostgres> {
    const database = await PGlite.create();
    const server = new PGLiteSocketServer({
      db: database,
      host: '127.0.0.1',
      port: 0,
      // The pool has one connection; the second is for the moment in which it replaces it.
      maxConnections: 2,
    });
    await server.start();
    return new EmbeddedPostgres(database, server);
  }

  get url(): string {
    return `postgres://postgres@${this.server.getServerConn()}/postgres`;
  }

  async stop(): Promise<void> {
    await this.server.stop();
    await this.database.close();
  }
}
