/** The limit of `error` in UTF-16 code units, unless `maxMessageLength` says otherwise. */
export const DEFAULT_MAX_MESSAGE_LENGTH = 2000;

const CONTROL_CHARACTERS = /\p{Cc}/gu;
const HIGH_SURROGATE_AT_END = /[\uD800-\uDBFF]$/;

/**
 * Makes a text fit for `error`: no control characters, well-formed Unicode, at most `maxLength`
 * UTF-16 code units, cut with `…`. Returns an empty string when nothing readable is left.
 */
export function toClientText(text: string, maxLength = DEFAULT_MAX_MESSAGE_LENGTH): string {
  // Cut first: what follows then costs the same for a text of five megabytes.
  const cut =
    text.length > maxLength
      ? `${text.slice(0, maxLength - 1).replace(HIGH_SURROGATE_AT_END, '')}…`
      : text;
  return cut.replace(CONTROL_CHARACTERS, ' ').toWellFormed().trim();
}
