import type { ArgumentsHost } from '@nestjs/common';
import { escapeLine } from '../../log/log-text.js';

/** Method and path of the request for the log. The query stays out: it may hold tokens. */
export function requestLine(host: ArgumentsHost): string {
  try {
    const request = host.getArgByIndex<Record<string, unknown> | undefined>(0);
    // The HTTP parser gave up before there was a request.
    if (!request) return '';
    const { method, originalUrl, url } = request;
    const [path] = String(originalUrl ?? url).split('?', 1);
    return ` ${escapeLine(`${String(method)} ${path}`)}`;
  } catch {
    return '';
  }
}
