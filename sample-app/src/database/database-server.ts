import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';
import { EmbeddedPostgres } from './embedded-postgres.js';

export interface DatabaseConnection {
  url: string;
  poolSize: number;
}

@Injectable()
export class DatabaseServer implements OnApplicationShutdown {
  private embedded?: EmbeddedPostgres;

  constructor(private readonly config: AppConfig) {}

  async connection(): Promise<DatabaseConnection> {
    if (this.config.DATABASE_URL) {
      return { url: this.config.DATABASE_URL, poolSize: 10 };
    }
    this.embedded = await EmbeddedPostgres.start();
    // The embedded database is a single session: its users have to take turns.
    return { url: this.embedded.url, poolSize: 1 };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.embedded?.stop();
  }
}
