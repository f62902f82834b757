import { descendsFrom } from '../../class-chain.js';
import type { SourceMapping } from '../../source-mapper.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';
import { IO_ERROR } from './io-mapping.js';

/** A wait that ran out or was called off, in a client or around it. Their names alone may be anybody's. */
export function mapTimeout(error: UnknownObject): SourceMapping | undefined {
  const { name } = error;
  if (name !== 'TimeoutError' && name !== 'AbortError') return undefined;
  return isDomException(error) || isOfItsClass(error, name) || isOfClient(error)
    ? IO_ERROR
    : undefined;
}

/** AbortSignal.timeout() and an aborted fetch have legacy numeric codes. */
function isDomException({ name, code }: UnknownObject): boolean {
  return code === (name === 'AbortError' ? 20 : 23);
}

/** p-timeout, node-fetch, the Azure SDK, NATS and most others: a class that was made for it. rxjs calls its own differently. */
function isOfItsClass(error: UnknownObject, name: string): boolean {
  return descendsFrom(error, name) || descendsFrom(error, 'TimeoutErrorImpl');
}

/** ky keeps its request, the AWS SDK notes its attempts, node-fetch says what happened: where a minifier took the class. */
function isOfClient({ request, $metadata, type }: UnknownObject): boolean {
  return isObject(request) || isObject($metadata) || type === 'aborted';
}
