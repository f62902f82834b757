import { AuthOsExceptionFilter } from '../../../filter/authos-exception.filter.js';
import type { ClientSocket } from './client-error.js';
import { edgeHost } from './edge-host.js';
import { answerClientError, serverFilter } from './server-errors.js';

/** The part of a Fastify instance that is used here; Fastify itself is never imported. */
interface FastifyInstanceLike {
  readonly server: object;
}

/**
 * The constructor options of FastifyAdapter that make envelopes of what Fastify answers itself.
 *
 * @example
 * const options: AuthOsFastifyOptions = authOsFastifyOptions();
 * const adapter = new FastifyAdapter({ ...options, bodyLimit: 4096 });
 *
 * @publicApi
 */
export interface AuthOsFastifyOptions {
  /** Malformed URLs, too long parameters, failed asynchronous constraints. */
  frameworkErrors: (error: Error, request: { server: FastifyInstanceLike }, reply: unknown) => void;
  /** What Node's HTTP parser refuses: malformed requests, too large headers, timeouts. */
  clientErrorHandler: (
    this: FastifyInstanceLike,
    error: Error & { code?: string },
    socket: ClientSocket,
  ) => void;
}

/** Marks the handlers of this and of other copies of the package. */
const BRAND = Symbol.for('nestjs-authos-errors/framework-errors');

/**
 * Constructor options for FastifyAdapter: with them, malformed URLs and what the HTTP parser refuses get the
 * envelope, too, by the options of AuthOsErrorsModule. They replace Nest's own `frameworkErrors`.
 *
 * @example
 * const app = await NestFactory.create(AppModule, new FastifyAdapter(authOsFastifyOptions()));
 *
 * @publicApi
 */
export function authOsFastifyOptions(): AuthOsFastifyOptions {
  const fallback = new AuthOsExceptionFilter();
  const filterOf = ({ server }: FastifyInstanceLike): AuthOsExceptionFilter =>
    serverFilter(server) ?? fallback;
  const options: AuthOsFastifyOptions = {
    frameworkErrors(error, request, reply) {
      filterOf(request.server).catch(error, edgeHost(request, reply));
    },
    clientErrorHandler(error, socket) {
      answerClientError(filterOf(this), error, socket);
    },
  };
  Object.assign(options.frameworkErrors, { [BRAND]: true });
  return options;
}

/** Tells whether a Fastify instance was made with these options, which it keeps under a symbol. */
export function hasAuthOsFastifyOptions(instance: object): boolean {
  const key = Object.getOwnPropertySymbols(instance).find(
    ({ description }) => description === 'fastify.options',
  );
  const options = key && (instance as Record<symbol, Partial<AuthOsFastifyOptions>>)[key];
  return options?.frameworkErrors !== undefined && BRAND in options.frameworkErrors;
}
