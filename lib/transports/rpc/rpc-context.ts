/** The part of a channel of amqplib that is used here. */
interface AmqpChannel {
  nack(message: unknown, allUpTo: boolean, requeue: boolean): void;
}

/** The parts of Nest's contexts by broker that are used here; each broker has its own word for the pattern. */
interface RpcContext {
  getPattern?(): unknown;
  getTopic?(): unknown;
  getSubject?(): unknown;
  getChannel?(): unknown;
}

interface RmqContext {
  getChannelRef(): AmqpChannel;
  getMessage(): { readonly fields?: { readonly redelivered?: boolean } };
}

/** What the message was sent to: a pattern, a topic, a subject or a channel. */
export function patternOf(context: unknown): string {
  const known = Object(context) as RpcContext;
  const pattern =
    known.getPattern?.() ?? known.getTopic?.() ?? known.getSubject?.() ?? known.getChannel?.();
  return typeof pattern === 'string' ? pattern : '';
}

export function isRmqContext(context: unknown): context is RmqContext {
  const { getChannelRef, getMessage } = Object(context) as Partial<RmqContext>;
  return typeof getChannelRef === 'function' && typeof getMessage === 'function';
}

export function isKafkaContext(context: unknown): boolean {
  const { getPartition, getConsumer } = Object(context) as Record<string, unknown>;
  return typeof getPartition === 'function' && typeof getConsumer === 'function';
}
