import { Module } from '@nestjs/common';
import { DatabaseServer } from './database-server.js';

@Module({ providers: [DatabaseServer], exports: [DatabaseServer] })
export class DatabaseServerModule {}
