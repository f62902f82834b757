import type { SourceMapping } from '../../source-mapper.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';
import { UPSTREAM_DOWN, upstreamAnswer } from './upstream-mapping.js';

/** axios, and with it @nestjs/axios: with an answer of the other side, or without one. */
export function mapAxiosError(error: UnknownObject): SourceMapping | undefined {
  if (error.isAxiosError !== true || !isObject(error.config)) return undefined;
  const { response } = error;
  if (response === undefined) return UPSTREAM_DOWN;
  return upstreamAnswer(Number((isObject(response) ? response.status : undefined) ?? error.status));
}
