import { randomInt } from 'node:crypto';

// No vowels and nothing to mix up, so that no code is a word (RFC 8628, 6.1).
const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';

export const USER_CODE = new RegExp(`^[${LETTERS}]{4}-[${LETTERS}]{4}$`);

export function randomUserCode(): string {
  const block = (): string =>
    Array.from({ length: 4 }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');
  return `${block()}-${block()}`;
}
