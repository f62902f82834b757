import type { ExceptionFilter } from '@nestjs/common';
import type { AbstractHttpAdapter } from '@nestjs/core';
import { coverFastifyErrors } from './fastify-error-handler.js';
import { coverFastifyStreams, type FastifyLike } from './fastify-streams.js';

/** Which instances are covered. The module asks as soon as there is an adapter, which differs by version. */
const covered = new WeakSet<object>();

/**
 * Has the filter answer what Fastify handles past Nest, on every route but those of plugins that were registered before.
 */
export function coverFastify(
  adapter: AbstractHttpAdapter | undefined,
  filter: ExceptionFilter,
): void {
  if (adapter?.getType() !== 'fastify') return;
  const instance = adapter.getInstance<FastifyLike>();
  if (covered.has(instance)) return;
  covered.add(instance);
  coverFastifyErrors(instance, filter);
  coverFastifyStreams(instance, filter);
}
