import { type DecodedAuthOsError, decodeAuthOsError } from 'nestjs-authos-errors/client';

export interface Session {
  accessToken: string;
  /** Gets a new access token with the refresh token. */
  refresh(): Promise<void>;
}

export class ApiError extends Error {
  constructor(readonly details: DecodedAuthOsError) {
    super(details.kind === 'not-an-envelope' ? `Status ${details.status}` : details.error);
  }
}

const ATTEMPTS = 4;
const LONGEST_WAIT = 60;
const MAY_BE_REPEATED = new Set(['GET', 'HEAD', 'PUT', 'DELETE']);

/** fetch with the session's token: it refreshes the token once, and waits for as long as the server asks. */
export async function apiFetch(
  session: Session,
  url: string,
  init: RequestInit = {},
  wait = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000)),
): Promise<Response> {
  let refreshed = false;
  for (let attempt = 1; ; attempt++) {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${session.accessToken}`);
    const response = await fetch(url, { ...init, headers });
    if (response.ok) return response;

    const error = await decodeAuthOsError(response);
    const seconds = error.retryAfter ?? 2 ** attempt;
    if (error.code === 'TOKEN_EXPIRED' && !refreshed) {
      // The request was refused before anything was done, so any method may be repeated.
      refreshed = true;
      await session.refresh();
    } else if (
      error.isRetryable &&
      MAY_BE_REPEATED.has(init.method ?? 'GET') &&
      seconds <= LONGEST_WAIT &&
      attempt < ATTEMPTS
    ) {
      await wait(seconds);
    } else {
      throw new ApiError(error);
    }
  }
}
