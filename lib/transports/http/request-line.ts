/** Method and path of a request. The query stays out: it may hold tokens. */
export function requestLine(request: unknown): string {
  try {
    const { method, originalUrl, url } = request as Readonly<Record<string, unknown>>;
    if (typeof method !== 'string') return '';
    const [path] = String(originalUrl ?? url).split('?', 1);
    return `${method} ${path}`;
  } catch {
    // The HTTP parser may have given up before there was a request.
    return '';
  }
}
