import { types } from 'node:util';
import type { ArgumentsHost } from '@nestjs/common';
import type { AuthOsErrorCode } from '../contract/authos-error-code.js';
import { AUTHOS_ERRORS } from '../contract/authos-errors.js';
import type { ErrorMapper, ErrorMapping } from './error-mapper.js';
import { CAUSE_SOURCES, LIBRARY_SOURCES, SOURCES } from './sources/sources.js';
import { soundMapping } from './sound-mapping.js';
import type { SourceMapper, SourceMapping } from './source-mapper.js';
import { isObject, type UnknownObject } from './unknown-object.js';

/** The options that decide what a thrown value becomes; see AuthOsErrorsOptions. */
export interface TranslationOptions {
  readonly mappers: readonly ErrorMapper[];
  readonly httpStatus: 'reference' | 'preserve';
  readonly exposeServerMessages: boolean;
  readonly duplicateMessages: Readonly<Record<string, string>>;
}

/** What the client is to learn of a thrown value. Without a message it reads the code's default text. */
export interface Translation {
  code: AuthOsErrorCode;
  status: number;
  message?: string;
  retryAfter?: number;
  headers?: Readonly<Record<string, string>>;
}

/** How many causes of an unrecognised error are looked at. */
const MAX_CAUSES = 16;
/** How long a chain of classes is followed. */
const MAX_PROTOTYPES = 32;
const ERROR: unknown = Error.prototype;

/**
 * Turns whatever was thrown into a code and what goes with it. It never throws and never awaits.
 * A mapper of the user's that fails is reported to `onMapperFailure` and passed over.
 */
export class ErrorTranslator {
  constructor(
    private readonly options: TranslationOptions,
    private readonly onMapperFailure: (failure: unknown, mapper: ErrorMapper) => void,
  ) {}

  translate(error: unknown, host?: ArgumentsHost): Translation {
    const own = this.mapByUser(error, host);
    if (own) return { ...own, status: AUTHOS_ERRORS[own.code].status };
    const mapping = mapBySource(error, host);
    return {
      code: mapping.code,
      status: this.statusOf(mapping),
      message: this.messageOf(mapping),
      retryAfter: mapping.retryAfter,
      headers: mapping.headers,
    };
  }

  private mapByUser(error: unknown, host?: ArgumentsHost): ErrorMapping | undefined {
    for (const mapper of this.options.mappers) {
      try {
        const mapping = mapper(error, host);
        if (mapping === undefined || mapping === null) continue;
        return soundMapping(mapping);
      } catch (failure) {
        this.onMapperFailure(failure, mapper);
      }
    }
    return undefined;
  }

  private statusOf({ code, status }: SourceMapping): number {
    const kept = this.options.httpStatus === 'preserve' ? status : undefined;
    return kept !== undefined && Number.isInteger(kept) && kept >= 400 && kept <= 599
      ? kept
      : AUTHOS_ERRORS[code].status;
  }

  private messageOf(mapping: SourceMapping): string | undefined {
    const { message, serverMessage, constraints } = mapping;
    if (message !== undefined) return message;
    if (serverMessage !== undefined && this.options.exposeServerMessages) return serverMessage;
    const texts = this.options.duplicateMessages;
    const known = constraints?.find((name) => Object.hasOwn(texts, name));
    return known === undefined ? undefined : texts[known];
  }
}

/** Tells the errors of drivers, ORMs and clients, whose texts hold values, statements, keys and upstream answers. */
export function isLibraryFailure(error: unknown): boolean {
  return isObject(error) && firstMapping(LIBRARY_SOURCES, error) !== undefined;
}

function mapBySource(error: unknown, host?: ArgumentsHost): SourceMapping {
  if (!isObject(error)) return { code: 'GENERIC_ERROR' };
  return (
    firstMapping(SOURCES, error, host) ??
    mapCauses(error) ?? { code: isError(error) ? 'INTERNAL_SERVER_ERROR' : 'GENERIC_ERROR' }
  );
}

function firstMapping(
  mappers: readonly SourceMapper[],
  error: UnknownObject,
  host?: ArgumentsHost,
): SourceMapping | undefined {
  for (const map of mappers) {
    try {
      const mapping = map(error, host);
      if (mapping) return mapping;
    } catch {
      // A getter of the thrown object threw: what this mapper cannot read, the next one may.
    }
  }
  return undefined;
}

/** The application's own wrapper around a library's error, `new Error('saving failed', { cause })`. */
function mapCauses(error: UnknownObject): SourceMapping | undefined {
  if (!isError(error)) return undefined;
  let cause = causeOf(error);
  if (!isObject(cause)) return undefined;
  const seen = new Set<unknown>([error]);
  while (isObject(cause) && !seen.has(cause) && seen.size <= MAX_CAUSES) {
    const mapping = firstMapping(CAUSE_SOURCES, cause);
    if (mapping) return mapping;
    seen.add(cause);
    cause = causeOf(cause);
  }
  return undefined;
}

function causeOf(error: UnknownObject): unknown {
  try {
    return error.cause;
  } catch {
    return undefined;
  }
}

/** As `instanceof` does, which would follow a prototype that names itself without end. */
function inheritsFromError(value: UnknownObject): boolean {
  let prototype: unknown = Object.getPrototypeOf(value);
  for (let depth = 0; depth < MAX_PROTOTYPES && isObject(prototype); depth++) {
    if (prototype === ERROR) return true;
    prototype = Object.getPrototypeOf(prototype);
  }
  return false;
}

/** Errors of another realm and of libraries that replace `Error` count, too. */
function isError(value: UnknownObject): boolean {
  try {
    return (
      types.isNativeError(value) ||
      inheritsFromError(value) ||
      (typeof value.stack === 'string' && typeof value.message === 'string')
    );
  } catch {
    return false;
  }
}
