import { load } from './load.js';
import { ServerProcess } from './server-process.js';

/** @import { LoadSettings, Rounds, Route } from './types.js' */

/**
 * Measures every server on every route, in rounds and in turns within each: what disturbs the machine for a while
 * hits all of them alike. Each generation starts every server anew, because two processes that run the same differ for
 * as long as they live; its first round warms them up and does not count. Gives the rounds of each route by the server's
 * name.
 *
 * A round asks over TCP and in memory, which is the same without the kernel.
 *
 * @param {readonly import('./types.js').Server[]} servers
 * @param {readonly Route[]} routes
 * @param {import('./types.js').Settings} settings
 */
export async function measureAll(
  servers,
  routes,
  { generations, rounds, requests, warmup, connections },
) {
  const measured = routes.map((route) => ({
    route: route.name,
    rounds: /** @type {Rounds} */ (Object.fromEntries(servers.map(({ name }) => [name, []]))),
  }));
  for (let generation = 0; generation < generations; generation++) {
    /** @type {Map<string, ServerProcess>} */
    const running = new Map();
    try {
      for (const server of servers) running.set(server.name, await ServerProcess.start(server));
      for (let round = 0; round <= rounds; round++) {
        const counts = round > 0;
        const turns = rotated([...running], generation * rounds + round);
        // What a process does first decides how the engine compiles it.
        for (const route of rotated(routes, generation)) {
          const roundsOf = measured[routes.indexOf(route)]?.rounds;
          for (const [name, server] of turns) {
            const asked = { requests: counts ? requests : warmup, connections };
            const answer = await ask(server, route, asked);
            if (counts) roundsOf?.[name]?.push(answer);
          }
        }
      }
    } finally {
      for (const server of running.values()) server.stop();
    }
  }
  return measured;
}

/**
 * The same in turns, from another one on.
 *
 * @template T
 * @param {readonly T[]} items
 * @param {number} by
 */
function rotated(items, by) {
  const first = by % items.length;
  return [...items.slice(first), ...items.slice(0, first)];
}

/**
 * @param {ServerProcess} server
 * @param {Route} route
 * @param {LoadSettings} settings
 */
async function ask(server, route, settings) {
  const overTcp = await load(server, route, settings);
  return { ...overTcp, inMemory: await server.askInMemory(route, settings) };
}
