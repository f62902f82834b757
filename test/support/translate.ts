import type { ArgumentsHost } from '@nestjs/common';
import type { AuthOsErrorsOptions } from 'nestjs-authos-errors';
import { resolveOptions } from '../../lib/options/resolve-options.js';
import { ErrorTranslator, type Translation } from '../../lib/translation/error-translator.js';

/** What the client learns of a thrown value. A mapper that fails fails the test. */
export function translate(
  error: unknown,
  options?: AuthOsErrorsOptions,
  host?: ArgumentsHost,
): Omit<Translation, 'reason' | 'ownWords'> {
  const translator = new ErrorTranslator(resolveOptions(options), (failure) => {
    throw failure;
  });
  const { reason: _reason, ownWords: _ownWords, ...learned } = translator.translate(error, host);
  return learned;
}
