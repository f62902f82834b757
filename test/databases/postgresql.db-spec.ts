import { describeDatabase } from './describe-database.js';
import { startPostgreSql } from './servers/postgresql.server.js';

describeDatabase('PostgreSQL', startPostgreSql);
