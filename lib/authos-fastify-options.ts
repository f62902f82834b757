import { AuthOsExceptionFilter } from './filter/authos-exception.filter.js';
import {
  type FastifyErrorHandlers,
  fastifyErrorHandlers,
} from './transports/http/edge/fastify-errors.js';
import { serverFilter } from './transports/http/edge/server-errors.js';

/**
 * The constructor options of FastifyAdapter that make envelopes of what Fastify answers itself.
 *
 * @example
 * const options: AuthOsFastifyOptions = authOsFastifyOptions();
 * const adapter = new FastifyAdapter({ ...options, bodyLimit: 4096 });
 *
 * @publicApi
 */
export interface AuthOsFastifyOptions extends FastifyErrorHandlers {
  /** Answers malformed URLs, too long parameters and failed asynchronous constraints. */
  frameworkErrors: FastifyErrorHandlers['frameworkErrors'];
  /** Answers what Node's HTTP parser refuses: malformed requests, too large headers, timeouts. */
  clientErrorHandler: FastifyErrorHandlers['clientErrorHandler'];
}

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
  return fastifyErrorHandlers(({ server }) => serverFilter(server) ?? fallback);
}
