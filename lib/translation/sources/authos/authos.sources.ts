import type { SourceMapper } from '../../source-mapper.js';
import { mapRemoteAnswer } from './remote-answer.mapper.js';
import { mapRemoteGrpc } from './remote-grpc.mapper.js';
import { mapSsoApiError } from './sso-api-error.mapper.js';

/** AuthOS itself, as its SDK reports its answers, and other services with its contract. */
export const AUTHOS_SOURCES: readonly SourceMapper[] = [
  mapSsoApiError,
  mapRemoteAnswer,
  mapRemoteGrpc,
];
