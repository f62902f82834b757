import { describeRemote } from './describe-remote.js';
import { startTcp } from './tcp.js';

describeRemote('TCP', startTcp);
