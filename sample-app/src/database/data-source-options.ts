import type { TypeOrmModuleOptions } from '@nestjs/typeorm';
import type { DatabaseServer } from './database-server.js';

export async function dataSourceOptions(server: DatabaseServer): Promise<TypeOrmModuleOptions> {
  return {
    type: 'postgres',
    ...(await server.connection()),
    connectTimeoutMS: 10_000,
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    autoLoadEntities: true,
    synchronize: false,
    retryAttempts: 0,
  };
}
