/** The body of the sign-up: each of the five fields is wrong. */
const SIGNUP = JSON.stringify({ email: 'x', name: 1, plan: 2, seats: 'many', domain: 3 });

/**
 * What is asked of every server: the request, and the status that all of them answer it with.
 *
 * @type {import('./types.js').Route[]}
 */
export const ROUTES = [
  { name: 'HttpException', path: '/missing', status: 404 },
  { name: 'AuthOsException, 4xx', path: '/pending', status: 400 },
  {
    name: 'validation, five fields',
    path: '/signup',
    status: 400,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: SIGNUP,
  },
  { name: 'unknown Error, logged', path: '/broken', status: 500 },
  { name: 'unknown route', path: '/nowhere', status: 404 },
  { name: 'success', path: '/plan', status: 200 },
];
