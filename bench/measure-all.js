import { load } from './load.js';
import { ServerProcess } from './server-process.js';

/**
 * Measures every server on every route, in rounds and in turns within each: what disturbs the machine for a while
 * hits all of them alike. Each generation starts every server anew, because two processes that run the same differ for
 * as long as they live. Gives the rounds of each route by the server's name.
 *
 * A round asks over TCP and in memory, which is the same without the kernel.
 */
export async function measureAll(servers, routes, settings) {
  const measured = routes.map((route) => ({
    route: route.name,
    rounds: Object.fromEntries(servers.map(({ name }) => [name, []])),
  }));
  for (let generation = 0; generation < settings.generations; generation++) {
    const running = new Map();
    try {
      for (const server of servers) running.set(server.name, await ServerProcess.start(server));
      await warmUp(running, routes, settings);
      for (let round = 0; round < settings.rounds; round++) {
        // Not the same one first every time.
        const turns = [...running];
        turns.push(...turns.splice(0, (generation + round) % turns.length));
        for (const [index, route] of routes.entries()) {
          for (const [name, server] of turns) {
            measured[index].rounds[name].push(await ask(server, route, settings));
          }
        }
      }
    } finally {
      for (const server of running.values()) server.stop();
    }
  }
  return measured;
}

async function warmUp(running, routes, { warmup, connections }) {
  for (const server of running.values()) {
    for (const route of routes) await ask(server, route, { requests: warmup, connections });
  }
}

async function ask(server, route, settings) {
  const overTcp = await load(server, route, settings);
  return { ...overTcp, inMemory: await server.askInMemory(route, settings) };
}
