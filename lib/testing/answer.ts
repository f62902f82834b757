/** Status and headers of a response, the names of the headers in lower case. */
export interface AnswerHead {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** What was received, whichever library received it. */
export interface Answer {
  /** Absent where only a parsed body was given. */
  readonly head?: AnswerHead;
  /** The body as it was sent, or as JSON where only the parsed body is known. */
  readonly text: string;
  /** The parsed body; the text itself where it is no JSON. */
  readonly body: unknown;
}

/** A whole response. */
export interface ResponseAnswer extends Answer {
  readonly head: AnswerHead;
}

export function answerOf(text: string, head: AnswerHead): ResponseAnswer {
  return { head, text, body: parsed(text) };
}

/** What libraries have for the value of a header. */
export type HeaderValue = string | number | readonly string[] | null | undefined;

/** Header names in lower case; of several values, one line. */
export function headersOf(
  entries: Iterable<readonly [string, HeaderValue]>,
): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of entries) {
    if (value !== undefined && value !== null) headers[name.toLowerCase()] = String(value);
  }
  return headers;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
