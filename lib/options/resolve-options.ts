import { inspect } from 'node:util';
import { Logger, type LogLevel } from '@nestjs/common';
import { AuthOsErrorCode } from '../contract/authos-error-code.js';
import { DEFAULT_MAX_MESSAGE_LENGTH } from '../contract/client-text.js';
import type { AuthOsErrorsOptions, ErrorLogKey } from './authos-errors-options.interface.js';

/** The options with every default in place; only the hooks may still be absent. */
export type ResolvedOptions = Required<
  Omit<AuthOsErrorsOptions, 'onError' | 'resolveOrganization'>
> &
  Pick<AuthOsErrorsOptions, 'onError' | 'resolveOrganization'>;

type Rule = readonly [accepts: (value: unknown) => boolean, takes: string];

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

const A_BOOLEAN: Rule = [(value) => typeof value === 'boolean', 'true or false'];
const A_FUNCTION: Rule = [isFunction, 'a function'];

const RULES: Readonly<Record<keyof AuthOsErrorsOptions, Rule>> = {
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
 * Checks the options and puts the defaults in place.
 *
 * @throws TypeError that names the first wrong option, what it got and what it takes.
 */
export function resolveOptions(options: AuthOsErrorsOptions = {}): ResolvedOptions {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new TypeError(
      `nestjs-authos-errors: the options are ${show(options)}; they take an object`,
    );
  }
  for (const [name, value] of Object.entries(options)) {
    if (!Object.hasOwn(RULES, name)) {
      throw new TypeError(
        `nestjs-authos-errors: unknown option ${show(name)}; the options are ${Object.keys(RULES).join(', ')}`,
      );
    }
    const [accepts, takes] = RULES[name as keyof AuthOsErrorsOptions];
    if (value !== undefined && !accepts(value)) {
      throw new TypeError(
        `nestjs-authos-errors: option ${name} is ${show(value)}; it takes ${takes}`,
      );
    }
  }
  return {
    mappers: options.mappers ?? [],
    httpStatus: options.httpStatus ?? 'reference',
    exposeServerMessages: options.exposeServerMessages ?? false,
    maxMessageLength: options.maxMessageLength ?? DEFAULT_MAX_MESSAGE_LENGTH,
    duplicateMessages: options.duplicateMessages ?? {},
    resolveOrganization: options.resolveOrganization,
    tiers: options.tiers ?? {},
    bindGlobalFilter: options.bindGlobalFilter ?? true,
    logger: options.logger ?? new Logger('AuthOsErrors'),
    logLevels: { '4xx': 'debug', '5xx': 'error', ...options.logLevels },
    onError: options.onError,
  };
}

function isFunction(value: unknown): boolean {
  return typeof value === 'function';
}

function isRecordOf(value: unknown, accepts: (item: unknown) => boolean): boolean {
  return isPlainObject(value) && Object.values(value).every(accepts);
}

function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function show(value: unknown): string {
  return typeof value === 'function'
    ? 'a function'
    : inspect(value, { depth: 1, breakLength: Infinity });
}
