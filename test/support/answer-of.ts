import { type IncomingMessage, ServerResponse } from 'node:http';
import { AuthOsExceptionFilter } from 'nestjs-authos-errors';
import { edgeHost } from '../../lib/transports/http/edge/edge-host.js';

let logged: string[] = [];
const write = (...args: unknown[]): number => logged.push(args.join('\n'));

const filter = new AuthOsExceptionFilter({
  httpStatus: 'reference',
  exposeServerMessages: true,
  logger: { log: write, error: write, warn: write, debug: write },
});

export interface Answer {
  /** What Node puts on the wire: status line, headers and body. */
  wire: string;
  log: string;
}

/** Everything that becomes of a thrown value, with every text allowed that an option can allow. */
export function answerOf(thrown: unknown): Answer {
  logged = [];
  const incoming = { method: 'GET', url: '/', httpVersionMajor: 1, httpVersionMinor: 1 };
  const response = new ServerResponse(incoming as IncomingMessage);
  filter.catch(thrown, edgeHost(incoming, response));
  const { outputData } = response as unknown as { outputData: { data: string | Buffer }[] };
  return { wire: outputData.map(({ data }) => String(data)).join(''), log: logged.join('\n') };
}
