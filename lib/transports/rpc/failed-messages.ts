/**
 * What happens to a message of a broker whose handler failed, where the broker would keep it. By default nothing: the
 * acknowledgement is the application's.
 *
 * @example
 * AuthOsErrorsModule.forRoot({ failedMessages: { rmq: 'nack', kafka: 'skip-4xx' } });
 *
 * @publicApi
 */
export interface FailedMessages {
  /**
   * RabbitMQ with `noAck: false`, for handlers that acknowledge last. `'nack'` drops the message, or hands it to the
   * queue's dead-letter exchange. `'requeue'` has an event delivered once more, and drops it when that fails, too; a
   * request has been answered and is dropped.
   * With `noAck: true`, and after an acknowledgement, RabbitMQ closes the channel over it. Default: none.
   */
  rmq?: 'nack' | 'requeue';
  /**
   * Kafka, for events: `'skip'` goes on with the next message, `'skip-4xx'` only where trying again cannot help because
   * the code is a 4xx. Default: none, so KafkaJS tries again and then restarts the consumer.
   */
  kafka?: 'skip' | 'skip-4xx';
}
