interface SignInRequest {
  ip?: string;
  body?: { email?: unknown };
}

/** Counts per caller and account: nobody can lock somebody else out. The body is not validated yet. */
export function signInTracker({ ip, body }: SignInRequest): string {
  return JSON.stringify([ip, body?.email]).toLowerCase();
}
