import { describeAuditProcess } from './support/describe-audit-process.js';

describe('An audit log in a process of its own, over TCP', () => describeAuditProcess(''));
