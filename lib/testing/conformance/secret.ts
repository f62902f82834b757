/**
 * Stands in every place of a fault that is not for the client: messages of 5xx, causes, keys, hosts, statements, bodies of
 * other servers.
 */
export const SECRET = 'AuthOsConformanceSecret';

/** An Error with the keys of a library's own; `message` tells the secret unless it is given. */
export function errorWith(
  keys: Readonly<Record<string, unknown>>,
  message = `It failed: ${SECRET}`,
): Error {
  return Object.assign(new Error(message), keys);
}
