import { errorWith, SECRET } from '../secret.js';

/** What other servers and brokers answered to this one, as their clients throw it. */
export const UPSTREAM_FAULTS = {
  'axios-with-response': () =>
    errorWith({
      isAxiosError: true,
      status: 404,
      config: {},
      response: { status: 404, data: SECRET },
    }),
  'ky-with-response': () => errorWith({ response: { status: 503, headers: {}, url: SECRET } }),
  'aws-access-denied': () =>
    errorWith({ name: 'AccessDenied', $metadata: { httpStatusCode: 403, requestId: SECRET } }),
  'grpc-unavailable': () =>
    errorWith(
      { code: 14, details: SECRET, metadata: { get: () => [] } },
      `14 UNAVAILABLE: ${SECRET}`,
    ),
  'amqp-channel-closed': () => errorWith({ code: 406, classId: 50, methodId: 10 }),
  'kafka-retries-exceeded': () =>
    errorWith({
      name: 'KafkaJSNumberOfRetriesExceeded',
      retriable: false,
      helpUrl: undefined,
      retryCount: 5,
    }),
  'nats-timeout': () => errorWith({ name: 'NatsError', code: 'TIMEOUT', chainedError: undefined }),
  'smtp-refused': () =>
    errorWith({ code: 'EAUTH', command: 'AUTH PLAIN', response: SECRET, responseCode: 535 }),
  'minio-no-such-key': () =>
    errorWith({ code: 'NoSuchKey', key: SECRET, amzRequestid: SECRET, resource: SECRET }),
} as const;
