import { types } from 'node:util';
import type { ArgumentsHost } from '@nestjs/common';
import type { AuthOsErrorCode } from '../contract/authos-error-code.js';
import { AUTHOS_ERRORS } from '../contract/authos-errors.js';
import { type CauseTree, causeTree } from './causes.js';
import type { ErrorMapper, ErrorMapping } from './error-mapper.js';
import { firstMapping } from './first-mapping.js';
import { isError } from './is-error.js';
import { soundMapping } from './sound-mapping.js';
import type { SourceMapping } from './source-mapper.js';
import { LIBRARY_SOURCES } from './sources/library.sources.js';
import { CAUSE_SOURCES, SOURCES } from './sources/sources.js';
import { isReadable } from './unknown-object.js';

/** The options that decide what a thrown value becomes; see AuthOsErrorsOptions. */
export interface TranslationOptions {
  readonly mappers: readonly ErrorMapper[];
  readonly httpStatus: 'reference' | 'preserve';
  readonly exposeServerMessages: boolean;
  readonly duplicateMessages: Readonly<Record<string, string>>;
  readonly forwardsUserToken: boolean | ((error: unknown, host?: ArgumentsHost) => boolean);
}

/** What the client learns of a thrown value. Without a message it reads the code's default text. */
export interface Translation {
  code: AuthOsErrorCode;
  status: number;
  message?: string;
  retryAfter?: number;
  headers?: Readonly<Record<string, string>>;
  /** What decided, where it is neither the thrown value nor one of its causes. For the log. */
  reason?: unknown;
  /** The application's own words for the client, which the log shows where the error itself says less. */
  ownWords?: string;
}

/**
 * Turns whatever was thrown into a code and what goes with it. It never throws and never awaits. A mapper of the
 * application that fails is reported to `onMapperFailure` and passed over.
 */
export class ErrorTranslator {
  constructor(
    private readonly options: TranslationOptions,
    private readonly onMapperFailure: (
      failure: unknown,
      mapper: ErrorMapper | TranslationOptions['forwardsUserToken'],
    ) => void,
  ) {}

  translate(error: unknown, host?: ArgumentsHost): Translation {
    const own = this.mapByUser(error, host);
    if (own) return { ...own, status: AUTHOS_ERRORS[own.code].status };
    const found = mapBySource(error, host);
    const mapping = this.byTokenOwner(found, error, host);
    return {
      code: mapping.code,
      status: this.statusOf(mapping),
      message: this.messageOf(mapping),
      retryAfter: mapping.retryAfter,
      headers: mapping.headers,
      reason: mapping.reason,
      ownWords: found.isOfCause ? undefined : mapping.message,
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

  /** What AuthOS says of a token is for the user only if the token was theirs. */
  private byTokenOwner(found: SourceMapping, error: unknown, host?: ArgumentsHost): SourceMapping {
    const forwards = this.options.forwardsUserToken;
    if (!found.withUserToken) return found;
    try {
      const isTheirs = typeof forwards === 'function' ? forwards(error, host) : forwards;
      return isTheirs === true ? found.withUserToken : found;
    } catch (failure) {
      this.onMapperFailure(failure, forwards);
      return found;
    }
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

/** The code of an error of a library, whose texts hold values, statements, keys and upstream answers. */
export function libraryCode(error: unknown): AuthOsErrorCode | undefined {
  return isReadable(error) ? firstMapping(LIBRARY_SOURCES, error)?.code : undefined;
}

function mapBySource(error: unknown, host?: ArgumentsHost): SourceMapping {
  if (!isReadable(error)) {
    return { code: types.isNativeError(error) ? 'INTERNAL_SERVER_ERROR' : 'GENERIC_ERROR' };
  }
  const mapping = firstMapping(SOURCES, error, host);
  if (mapping) return mapping;
  if (!isError(error)) return { code: 'GENERIC_ERROR' };
  const below = mapBelow(causeTree(error));
  return below ? { ...below, isOfCause: true } : { code: 'INTERNAL_SERVER_ERROR' };
}

/** The application's own wrapper around a library's error, `new Error('saving failed', { cause })`. */
function mapBelow({ causes, members }: CauseTree): SourceMapping | undefined {
  for (const cause of causes) {
    const mapping = mapCause(cause);
    if (mapping) return mapping;
  }
  // Of errors that were thrown together none decides against the others.
  const [first, ...others] = members.map(mapCause);
  return first && others.every((other) => other?.code === first.code) ? first : undefined;
}

function mapCause(tree: CauseTree): SourceMapping | undefined {
  if (!isReadable(tree.error)) return undefined;
  return firstMapping(CAUSE_SOURCES, tree.error) ?? mapBelow(tree);
}
