import { Logger, type LogLevel } from '@nestjs/common';
import { AuthOsErrorCode } from '../contract/authos-error-code.js';
import { DEFAULT_MAX_MESSAGE_LENGTH } from '../contract/client-text.js';
import { A_BOOLEAN, A_FUNCTION, checkOptions, isFunction, type Rule } from '../contract/rule.js';
import type { AuthOsErrorsOptions, ErrorLogKey } from './authos-errors-options.interface.js';

/** Marks what was resolved, for every copy of the package. */
const RESOLVED = Symbol.for('nestjs-authos-errors/resolved');

/** The options with every default in place; only the hooks may still be absent. */
export type ResolvedOptions = Required<
  Omit<AuthOsErrorsOptions, 'onError' | 'resolveOrganization'>
> &
  Pick<AuthOsErrorsOptions, 'onError' | 'resolveOrganization'> & { readonly [RESOLVED]: true };

const LOG_LEVELS: ReadonlySet<unknown> = new Set<LogLevel | 'off'>([
  'fatal',
  'error',
  'warn',
  'log',
  'debug',
  'verbose',
  'off',
]);
const LOG_KEYS: ReadonlySet<string> = new Set<ErrorLogKey>([
  ...Object.values(AuthOsErrorCode),
  '4xx',
  '5xx',
]);

/** Every broker with what may become of its messages. */
const FAILED_MESSAGES: ReadonlySet<string> = new Set([
  'rmq: nack',
  'rmq: requeue',
  'kafka: skip',
  'kafka: skip-4xx',
]);

const OPTION_RULES: Readonly<Record<keyof AuthOsErrorsOptions, Rule>> = {
  mappers: [
    (value) => Array.isArray(value) && value.every(isFunction),
    'an array of functions (error, host) => mapping',
  ],
  httpStatus: [
    (value) => value === 'reference' || value === 'preserve',
    "'reference' or 'preserve'",
  ],
  exposeServerMessages: A_BOOLEAN,
  maxMessageLength: [
    (value) => Number.isSafeInteger(value) && Number(value) > 0,
    'a whole number from 1',
  ],
  duplicateMessages: [
    (value) => isRecordOf(value, (text) => typeof text === 'string' && text !== ''),
    'an object of constraint → text',
  ],
  resolveOrganization: A_FUNCTION,
  tiers: [
    (value) =>
      isRecordOf(
        value,
        (features) =>
          Array.isArray(features) && features.every((feature) => typeof feature === 'string'),
      ),
    'an object of tier → array of feature names',
  ],
  forwardsUserToken: [
    (value) => typeof value === 'boolean' || isFunction(value),
    'true, false or a function',
  ],
  failedMessages: [
    (value) =>
      isPlainObject(value) &&
      Object.entries(value).every(
        ([broker, action]: [string, unknown]) =>
          action === undefined ||
          (typeof action === 'string' && FAILED_MESSAGES.has(`${broker}: ${action}`)),
      ),
    `an object of ${[...FAILED_MESSAGES].join(', ')}`,
  ],
  bindGlobalFilter: A_BOOLEAN,
  logger: [
    (value) =>
      ['log', 'error', 'warn'].every((method) =>
        isFunction((value as Record<string, unknown> | null)?.[method]),
      ),
    'a LoggerService',
  ],
  logLevels: [
    (value) =>
      isRecordOf(value, (level) => LOG_LEVELS.has(level)) &&
      Object.keys(value as object).every((key) => LOG_KEYS.has(key)),
    `an object of an error code, '4xx' or '5xx' → ${[...LOG_LEVELS].join(', ')}`,
  ],
  onError: A_FUNCTION,
};

/**
 * Checks the options and puts the defaults in place. What was resolved before stays as it is.
 *
 * @throws TypeError that names the first wrong option, what it got and what it takes.
 */
export function resolveOptions(options: AuthOsErrorsOptions = {}): ResolvedOptions {
  if (isResolved(options)) return options;
  checkOptions('nestjs-authos-errors', options, OPTION_RULES);
  const resolved = {
    mappers: options.mappers ?? [],
    httpStatus: options.httpStatus ?? 'reference',
    exposeServerMessages: options.exposeServerMessages ?? false,
    maxMessageLength: options.maxMessageLength ?? DEFAULT_MAX_MESSAGE_LENGTH,
    duplicateMessages: options.duplicateMessages ?? {},
    resolveOrganization: options.resolveOrganization,
    tiers: options.tiers ?? {},
    forwardsUserToken: options.forwardsUserToken ?? false,
    failedMessages: options.failedMessages ?? {},
    bindGlobalFilter: options.bindGlobalFilter ?? true,
    logger: options.logger ?? new Logger('AuthOsErrors'),
    logLevels: { '4xx': 'debug', '5xx': 'error', ...options.logLevels },
    onError: options.onError,
  };
  return Object.defineProperty(resolved, RESOLVED, { value: true }) as ResolvedOptions;
}

function isResolved(options: AuthOsErrorsOptions): options is ResolvedOptions {
  return typeof options === 'object' && options !== null && RESOLVED in options;
}

function isRecordOf(value: unknown, accepts: (item: unknown) => boolean): boolean {
  return isPlainObject(value) && Object.values(value).every(accepts);
}

function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
