const BOUNDARY = 'limit';

/** The content type of what `form` makes. */
export const FORM_TYPE = `multipart/form-data; boundary=${BOUNDARY}`;

/** A multipart body of the given parts, which no client would make of some of them. */
export function form(...parts: readonly string[]): string {
  return `${parts.map((part) => `--${BOUNDARY}\r\n${part}\r\n`).join('')}--${BOUNDARY}--\r\n`;
}

export function field(name: string, value = 'abc'): string {
  return `Content-Disposition: form-data; name="${name}"\r\n\r\n${value}`;
}

export function file(name: string, content = 'abc'): string {
  return `Content-Disposition: form-data; name="${name}"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\n${content}`;
}

/** A body that ends in the middle of a part. */
export const TRUNCATED = form(file('avatar')).slice(0, -14);

export const BAD_HEADER = form('no\0name: x\r\n\r\nabc');
