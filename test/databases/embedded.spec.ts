import { describeDatabase } from './describe-database.js';
import { startPGlite } from './servers/pglite.server.js';
import { startSqlJs } from './servers/sql-js.server.js';

describeDatabase('PGlite', startPGlite);
describeDatabase('sql.js', startSqlJs);
