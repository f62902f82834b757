/**
 * The parts of an answer, and what the functions are called that they begin with. The innermost decides.
 *
 * @type {[part: string, called: RegExp][]}
 */
const PARTS = [
  ['garbage', /^\(garbage collector\)/],
  ['stack as text', /^(?:get stack|prepareStackTrace)/],
  ['log', /(?:logger\.service|error-reporter|log-text)\.js$/],
  ['sending', /(?:express\/lib\/response|fastify\/lib\/reply)\.js$|node:_http_outgoing$/],
  ['throw', /\/plans\.controller\.js$/],
  ['filter', /\/dist\/esm\/(?:filter|translation)\/|[.-]filter\.js$|\/exceptions-handler\.js$/],
];
const REST = 'the rest';

export const PART_NAMES = [...PARTS.map(([name]) => name), REST];

/**
 * How a CPU profile falls into these parts: the share of each. The time in which nothing ran does not count.
 *
 * @param {import('node:inspector').Profiler.Profile} profile
 */
export function profileParts({ nodes, samples = [], timeDeltas = [] }) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  /** @type {Map<number, string>} */
  const partOfNode = new Map();
  /**
   * @param {number} id
   * @param {string} outer
   */
  const place = (id, outer) => {
    const node = byId.get(id);
    if (!node) return;
    const { functionName, url } = node.callFrame;
    const part = PARTS.find(([, called]) => called.test(`${functionName} ${url}`))?.[0] ?? outer;
    partOfNode.set(id, part);
    for (const child of node.children ?? []) place(child, part);
  };
  for (const { id } of nodes.slice(0, 1)) place(id, REST);

  const times = new Map(PART_NAMES.map((name) => [name, 0]));
  let total = 0;
  for (const [index, id] of samples.entries()) {
    const part = partOfNode.get(id);
    if (!part || byId.get(id)?.callFrame.functionName === '(idle)') continue;
    const time = timeDeltas[index] ?? 0;
    times.set(part, (times.get(part) ?? 0) + time);
    total += time;
  }
  return new Map([...times].map(([name, time]) => [name, time / total]));
}
