import type { SourceMapping } from '../../source-mapper.js';

/** What a client can be told of its token. Without a text: every library's own quotes claims, keys or hosts. */
export const TOKEN_EXPIRED: SourceMapping = Object.freeze({ code: 'TOKEN_EXPIRED' });
export const JWT_ERROR: SourceMapping = Object.freeze({ code: 'JWT_ERROR' });

/** No token at all, or a user who may not sign in. */
export const UNAUTHORIZED: SourceMapping = Object.freeze({ code: 'UNAUTHORIZED' });

/** A missing secret, a key server that is down, a wrong option: no other token would have been accepted. */
export const SERVER_FAULT: SourceMapping = Object.freeze({ code: 'INTERNAL_SERVER_ERROR' });

/** The network is to blame for a token that could not be checked. */
export const UNREACHED: SourceMapping = Object.freeze({ code: 'IO_ERROR' });

/** An account that a new one would collide with. */
export const ACCOUNT_EXISTS: SourceMapping = Object.freeze({ code: 'DUPLICATE_CONSTRAINT' });
