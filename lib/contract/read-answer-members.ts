/** What an error answer says: the members of the envelope, and a hint where it has no header for it. */
export interface AnswerMembers {
  readonly error: string;
  readonly error_code: string;
  readonly timestamp: string;
  /** Whole seconds. */
  readonly retry_after?: number;
}

/** The part of grpc-js's Metadata that is read. */
interface Metadata {
  get(name: string): unknown;
}

/**
 * Reads what an answer says, whichever transport it came by: the envelope itself, an error of GraphQL, whose message is
 * the text, or an error of gRPC, whose trailers have the rest. The shape alone: a newer service may know further codes.
 */
export function readAnswerMembers(answer: unknown): AnswerMembers | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  const { message, extensions, details, metadata } = answer as Record<string, unknown>;
  return (
    soundMembers(answer) ??
    soundMembers({ ...(extensions as object | undefined), error: message }) ??
    (isMetadata(metadata) ? soundMembers({ ...trailersIn(metadata), error: details }) : undefined)
  );
}

function soundMembers(members: object): AnswerMembers | undefined {
  const { error, error_code, timestamp, retry_after } = members as Record<string, unknown>;
  if (![error, error_code, timestamp].every((member) => typeof member === 'string')) {
    return undefined;
  }
  const isHint = Number.isSafeInteger(retry_after) && Number(retry_after) >= 0;
  return { error, error_code, timestamp, ...(isHint && { retry_after }) } as AnswerMembers;
}

function trailersIn(metadata: Metadata): object {
  const [error_code, timestamp, retry] = ['error-code', 'timestamp', 'retry-after'].map(
    (name) => [metadata.get(`authos-${name}`)].flat()[0],
  );
  return {
    error_code,
    timestamp,
    retry_after: typeof retry === 'string' ? Number(retry) : undefined,
  };
}

function isMetadata(value: unknown): value is Metadata {
  return typeof (value as Partial<Metadata> | null | undefined)?.get === 'function';
}
