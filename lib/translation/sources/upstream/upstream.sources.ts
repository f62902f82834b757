import type { SourceMapper } from '../../source-mapper.js';
import { withFields } from '../with-fields.js';
import { mapAmqpError } from './amqp.mapper.js';
import { mapApiSdkError } from './api-sdk.mapper.js';
import { mapAwsError } from './aws.mapper.js';
import { mapGrpcStatus } from './grpc.mapper.js';
import { mapHttpAnswer } from './http-answer.mapper.js';
import { mapKafkaError } from './kafka.mapper.js';
import { mapMinioError } from './minio.mapper.js';
import { mapNatsError } from './nats.mapper.js';
import { mapUnreadableAnswer } from './node-fetch.mapper.js';
import { mapSmtpError } from './smtp.mapper.js';
import { mapUndiciAnswer } from './undici.mapper.js';

/** Servers and brokers of someone else's, and what they answered to this one. */
export const UPSTREAM_SOURCES: readonly SourceMapper[] = [
  withFields(
    mapHttpAnswer,
    mapUndiciAnswer,
    mapUnreadableAnswer,
    mapApiSdkError,
    mapAwsError,
    mapGrpcStatus,
    mapKafkaError,
    mapNatsError,
    mapAmqpError,
    mapSmtpError,
    mapMinioError,
  ),
];
