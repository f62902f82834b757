/** What every other one is compared with. */
export const BASELINE = "Nest's built-in filter";
/** This library. */
export const OURS = 'nestjs-authos-errors';
/** About what is left to save for a filter of this contract: it sends constants, and finds out nothing but the URL. */
export const CONSTANT = 'constant answers';

/** The filters under test, each in a Nest application of its own per platform. */
export const CONTENDERS = /** @type {const} */ ([
  BASELINE,
  'nest-problem-details-filter',
  'hand-written filter (no log)',
  OURS,
  CONSTANT,
]);

/** The platforms, and the servers below them that answer the same without Nest and without an error. */
export const PLATFORMS = [
  { platform: 'express', title: 'Express', limits: ['raw Express', 'node:http'] },
  { platform: 'fastify', title: 'Fastify', limits: ['raw Fastify'] },
];
