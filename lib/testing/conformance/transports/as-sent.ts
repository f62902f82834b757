/** A value as JSON, which is what goes over the wire. */
export function asSent(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}
