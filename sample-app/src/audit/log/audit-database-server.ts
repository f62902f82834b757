import { Injectable } from '@nestjs/common';
import { DatabaseServer } from '../../database/database-server.js';

/** One of its own: the embedded database of the application is a single session, which a transaction may hold. */
@Injectable()
export class AuditDatabaseServer extends DatabaseServer {}
