import type { ArgumentsHost, ExecutionContext, LoggerService, LogLevel } from '@nestjs/common';
import type { OrganizationContext } from '../access/organization-context.interface.js';
import type { AuthOsErrorCode } from '../contract/authos-error-code.js';
import type { ErrorReport } from '../log/error-report.interface.js';
import type { ErrorMapper } from '../translation/error-mapper.js';
import type { FailedMessages } from '../transports/rpc/failed-messages.js';

/**
 * The options of AuthOsErrorsModule. All of them are optional; a wrong one fails at boot by name.
 *
 * @example
 * AuthOsErrorsModule.forRoot({ httpStatus: 'preserve', duplicateMessages: { 'users.email': 'This email is taken.' } });
 *
 * @publicApi
 */
export interface AuthOsErrorsOptions {
  /** Mappers for errors of your own. They are asked before all others, in order. Default: none. */
  mappers?: readonly ErrorMapper[];
  /**
   * `'reference'`: every response has the status that the reference fixes for its code.
   * `'preserve'`: an HttpException keeps its own 4xx or 5xx status, and a 503 stays a 503.
   * Default: `'reference'`.
   */
  httpStatus?: 'reference' | 'preserve';
  /** Sends the messages of 5xx HttpExceptions to the client. Default: `false`. */
  exposeServerMessages?: boolean;
  /** The limit of `error` in UTF-16 code units, from 1; a longer text is cut with `…`. Default: 2000. */
  maxMessageLength?: number;
  /**
   * Texts for the client by violated unique constraint: its name, `table.column`, or
   * `table.column,column` for a composite one. Default: none, so the code's default text.
   */
  duplicateMessages?: Readonly<Record<string, string>>;
  /**
   * Finds the organization that a request acts for, for the guards. Nothing found is FORBIDDEN; an error
   * thrown here is answered as that error. Default: `request.organization`, then `request.user?.organization`.
   */
  resolveOrganization?: (
    context: ExecutionContext,
  ) => OrganizationContext | null | undefined | Promise<OrganizationContext | null | undefined>;
  /** The features of each tier. Default: none, so only an organization's own `features` grant any. */
  tiers?: Readonly<Record<string, readonly string[]>>;
  /**
   * Whether the calls of this server to AuthOS carry the user's token, always or by thrown value. Then AuthOS's
   * UNAUTHORIZED, TOKEN_EXPIRED, JWT_ERROR and FORBIDDEN are passed on to the user. Otherwise they speak of the
   * server's own API key, and the user gets INTERNAL_SERVER_ERROR. A function that throws is logged and counts as
   * `false`. Default: `false`.
   */
  forwardsUserToken?: boolean | ((error: unknown, host?: ArgumentsHost) => boolean);
  /**
   * What happens to a message of RabbitMQ or Kafka whose handler failed. Default: nothing, so its acknowledgement and
   * its repetition stay with the application and the broker.
   */
  failedMessages?: FailedMessages;
  /**
   * Adds the filter to the whole application, asked after all filters of yours. With `false`, add
   * AuthOsExceptionFilter yourself. Default: `true`.
   */
  bindGlobalFilter?: boolean;
  /** Where errors are logged. Default: Nest's Logger with the context `AuthOsErrors`. */
  logger?: LoggerService;
  /**
   * The level of a log line by code or by range of statuses; a code wins. `'off'` logs nothing.
   * Default: `{ '5xx': 'error', '4xx': 'debug' }`.
   */
  logLevels?: Readonly<Partial<Record<ErrorLogKey, LogLevel | 'off'>>>;
  /** Sees every error once, after the response is sent. It may be async; its failure is logged. Default: none. */
  onError?: (report: ErrorReport) => void | Promise<void>;
}

/**
 * What a log level can be set for.
 *
 * @example
 * const quiet: ErrorLogKey = '4xx';
 * AuthOsErrorsModule.forRoot({ logLevels: { [quiet]: 'off' } });
 *
 * @publicApi
 */
export type ErrorLogKey = AuthOsErrorCode | '4xx' | '5xx';
