// A server in a process of its own: it tells its port, and does what it is told.
import { askInMemory } from './memory-client.js';
import { startNest } from './nest.js';
import { profiled } from './profiled.js';
import { startRaw } from './raw.js';

const { CONTENDER, PLATFORM } = process.env;

const server = await (PLATFORM ? startNest(CONTENDER, PLATFORM) : startRaw(CONTENDER));

const COMMANDS = {
  cpu: () => {
    const { user, system } = process.cpuUsage();
    return user + system;
  },
  ask: ({ route, settings }) => askInMemory(server, route, settings),
  profile: ({ route, settings }) => profiled(() => askInMemory(server, route, settings)),
};

process.on('message', async ({ command, ...parameters }) => {
  try {
    process.send({ result: await COMMANDS[command](parameters) });
  } catch (error) {
    process.send({ failure: String(error) });
  }
});
process.on('disconnect', () => process.exit());

process.send({ result: server.address().port });
