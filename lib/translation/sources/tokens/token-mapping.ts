import type { SourceMapping } from '../../source-mapper.js';

/** What a client can be told of its token. Without a text: every library's own quotes claims, keys or hosts. */
export const TOKEN_EXPIRED: SourceMapping = Object.freeze({ code: 'TOKEN_EXPIRED' });
export const JWT_ERROR: SourceMapping = Object.freeze({ code: 'JWT_ERROR' });

/** A missing secret, a key server that is down, a wrong option: no other token would have been accepted. */
export const SERVER_FAULT: SourceMapping = Object.freeze({ code: 'INTERNAL_SERVER_ERROR' });
