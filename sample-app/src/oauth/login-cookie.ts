const NAME = 'oauth_state';

/** Ties a sign-in to the browser that started it (RFC 9700, 4.7). */
export function loginCookie(state: string): string {
  return `${NAME}=${state}; Path=/oauth; Max-Age=600; HttpOnly; SameSite=Lax`;
}

export function readLoginCookie(header = ''): string | undefined {
  return new RegExp(`(?:^|; )${NAME}=([^;]+)`).exec(header)?.[1];
}
