// A server in a process of its own: it tells its port, and does what it is told.
import { askInMemory } from './memory-client.js';
import { startNest } from './nest.js';
import { profiled } from './profiled.js';
import { startRaw } from './raw.js';

/** @import { Load, Order } from '../types.js' */

const { CONTENDER = '', PLATFORM } = process.env;

const server = await (PLATFORM ? startNest(CONTENDER, PLATFORM) : startRaw(CONTENDER));

const COMMANDS = {
  cpu: () => {
    const { user, system } = process.cpuUsage();
    return user + system;
  },
  /** @param {Load} load */
  ask: ({ route, settings }) => askInMemory(server, route, settings),
  /** @param {Load} load */
  profile: ({ route, settings }) => profiled(() => askInMemory(server, route, settings)),
};

/** @param {Order} order */
function execute(order) {
  return order.command === 'cpu' ? COMMANDS.cpu() : COMMANDS[order.command](order);
}

process.on('message', async (message) => {
  try {
    process.send?.({ result: await execute(/** @type {Order} */ (message)) });
  } catch (error) {
    process.send?.({ failure: String(error) });
  }
});
process.on('disconnect', () => process.exit());

const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
process.send?.({ result: port });
