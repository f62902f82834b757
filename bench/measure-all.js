import { load } from './load.js';
import { ServerProcess } from './server-process.js';

/**
 * Measures every server on every route, in rounds and in turns within each: what disturbs the machine for a while
 * hits all of them alike. Gives the rounds of each route by the server's name.
 */
export async function measureAll(servers, routes, { rounds, requests, warmup, connections }) {
  const running = new Map();
  try {
    for (const server of servers) running.set(server.name, await ServerProcess.start(server));
    for (const [, server] of running) {
      for (const route of routes) await load(server, route, { requests: warmup, connections });
    }
    const measured = routes.map((route) => ({
      route: route.name,
      rounds: Object.fromEntries(servers.map(({ name }) => [name, []])),
    }));
    for (let round = 0; round < rounds; round++) {
      for (const [index, route] of routes.entries()) {
        // Not the same one first every time.
        const turns = [...running];
        turns.push(...turns.splice(0, round % turns.length));
        for (const [name, server] of turns) {
          measured[index].rounds[name].push(await load(server, route, { requests, connections }));
        }
      }
    }
    return measured;
  } finally {
    for (const [, server] of running) server.stop();
  }
}
