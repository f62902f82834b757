import { describeMicroservice } from './describe-microservice.js';
import { startTcp } from './tcp.js';

describeMicroservice('TCP', startTcp);
