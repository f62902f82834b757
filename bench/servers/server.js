// A server in a process of its own: it tells its port, and its CPU time whenever it is asked.
import { startNest } from './nest.js';
import { startRaw } from './raw.js';

const { CONTENDER, PLATFORM } = process.env;

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send({ cpu: user + system });
});
process.on('disconnect', () => process.exit());

process.send({ port: await (PLATFORM ? startNest(CONTENDER, PLATFORM) : startRaw(CONTENDER)) });
