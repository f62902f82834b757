/**
 * What a text may take of the trailers, where it stands percent-encoded and once more as base64. Many clients and
 * proxies refuse trailers of more than 8 KB, and the other trailers need their room.
 */
const MAX_SIZE = 3584;

/** The most that one UTF-16 code unit takes: three bytes. */
const LARGEST = 3 * 3 + 4;

/** A text as a gRPC status can carry it: whole, or cut between two characters, with `…`. */
export function grpcText(text: string): string {
  if (text.length * LARGEST <= MAX_SIZE) return text;
  let size = 0;
  let length = 0;
  for (const character of text) {
    size += sizeOf(character);
    if (size > MAX_SIZE) return `${text.slice(0, length)}…`;
    length += character.length;
  }
  return text;
}

function sizeOf(character: string): number {
  return encodeURI(character).length + (Buffer.byteLength(character) * 4) / 3;
}
