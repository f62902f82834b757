import { describeDatabase } from './describe-database.js';
import { startMariaDb } from './servers/mariadb.server.js';

describeDatabase('MariaDB', startMariaDb);
