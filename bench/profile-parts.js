/** The parts of an answer, and what the functions are called that they begin with. The innermost decides. */
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

/** How a CPU profile falls into these parts: the share of each. The time in which nothing ran does not count. */
export function profileParts({ nodes, samples, timeDeltas }) {
  const partOfNode = new Map();
  const place = (id, outer) => {
    const node = byId.get(id);
    const { functionName, url } = node.callFrame;
    const part = PARTS.find(([, called]) => called.test(`${functionName} ${url}`))?.[0] ?? outer;
    partOfNode.set(id, part);
    for (const child of node.children ?? []) place(child, part);
  };
  const byId = new Map(nodes.map((node) => [node.id, node]));
  place(nodes[0].id, REST);

  const shares = Object.fromEntries(PART_NAMES.map((name) => [name, 0]));
  let total = 0;
  for (const [index, id] of samples.entries()) {
    if (byId.get(id).callFrame.functionName === '(idle)') continue;
    shares[partOfNode.get(id)] += timeDeltas[index];
    total += timeDeltas[index];
  }
  for (const name of PART_NAMES) shares[name] /= total;
  return shares;
}
