import type { SourceMapper } from '../../source-mapper.js';
import { mapApiClientError } from './api-client.mapper.js';
import { mapAwsError } from './aws.mapper.js';
import { mapAxiosError } from './axios.mapper.js';
import { mapBrokerError } from './broker.mapper.js';
import { mapGrpcError } from './grpc.mapper.js';
import { mapHttpAnswer } from './http-answer.mapper.js';
import { mapMailError } from './mail.mapper.js';
import { mapUnansweredRequest } from './unanswered-request.mapper.js';

/** Clients of other servers, whose texts quote URLs, bodies and answers. */
export const UPSTREAM_SOURCES: readonly SourceMapper[] = [
  // These keep the response as well, and know more of it.
  mapAxiosError,
  mapApiClientError,
  mapHttpAnswer,
  mapUnansweredRequest,
  mapAwsError,
  mapGrpcError,
  mapBrokerError,
  mapMailError,
];
