const UNSAFE = /[\p{Cc}\u2028\u2029]/gu;
const URL = /:\/\/[^\s"'`<>\\]+/g;
const USERINFO = /^:\/\/(?:[^\s/?#]*|[^\s/?#@:]*:(?!\d+(?:[/?#]|$))[^\s?#]*)@/;
const QUERY = /[?#].*$/s;

/** The length of what is logged of one text. */
export const MAX_TEXT = 2000;

/**
 * A foreign text on one line: control characters are shown as escapes, so nobody forges a line or a colour, and a URL
 * is without its userinfo and its query, which hold passwords and tokens.
 */
export function escapeLine(text: string): string {
  const cut = text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
  const bare = cut.includes('://') ? cut.replace(URL, withoutSecrets) : cut;
  return bare.replace(UNSAFE, (character) => {
    if (character === '\n') return '\\n';
    if (character === '\r') return '\\r';
    return `\\u${character.codePointAt(0)!.toString(16).padStart(4, '0')}`;
  });
}

function withoutSecrets(url: string): string {
  return url.replace(USERINFO, '://…@').replace(QUERY, (query) => `${query[0]}…`);
}
