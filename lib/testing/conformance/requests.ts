import { BASE } from './conformance.controller.js';
import { SECRET } from './secret.js';

/** A request that is a fault itself, before any code of the application runs. */
export interface FaultyRequest {
  readonly method: string;
  /** Below the global prefix, unless `unprefixed`. */
  readonly path: string;
  readonly unprefixed?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Bytes that no HTTP client would send; they replace all of the above. */
  readonly bytes?: string;
  /** The client ends its side after the bytes. */
  readonly hangsUp?: boolean;
  /** Where a platform may take it for a good request. */
  readonly mayPass?: boolean;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const BODY = { method: 'POST', path: `${BASE}/body` } as const;
const ANYWHERE = { method: 'GET', path: '' } as const;

/** Larger than the limits of both platforms: 100 kB and 1 MiB. */
const TOO_LARGE = JSON.stringify('x'.repeat(1_500_000));
/** Larger than Node's limit of 16 KiB. */
const TOO_LONG = SECRET.repeat(1000);

export const REQUESTS = {
  'unknown-route': { method: 'GET', path: `${BASE}/nowhere` },
  'outside-of-prefix': { method: 'GET', path: `${BASE}/nowhere`, unprefixed: true },
  'unknown-method': { method: 'DELETE', path: `${BASE}/body` },
  'malformed-percent-encoding': { method: 'GET', path: `${BASE}/item/%E0%A4%A` },
  'malformed-json': { ...BODY, headers: JSON_TYPE, body: `{"password": ${SECRET}` },
  'body-too-large': { ...BODY, headers: JSON_TYPE, body: TOO_LARGE },
  'unsupported-media-type': {
    ...BODY,
    headers: { 'content-type': 'text/klingon' },
    body: SECRET,
    mayPass: true,
  },
  'unsupported-charset': {
    ...BODY,
    headers: { 'content-type': 'application/json; charset=klingon' },
    body: '{}',
    mayPass: true,
  },
  'unsupported-encoding': {
    ...BODY,
    headers: { ...JSON_TYPE, 'content-encoding': 'klingon' },
    body: '{}',
    mayPass: true,
  },
  'unknown-expectation': { ...BODY, headers: { expect: 'the-unexpected' } },
  'malformed-http': { ...ANYWHERE, bytes: `nonsense ${SECRET}\r\n\r\n` },
  'upload-cut-off': {
    ...ANYWHERE,
    bytes: `POST /${BASE}/body HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n${SECRET}`,
    hangsUp: true,
  },
  'header-overflow': {
    ...ANYWHERE,
    bytes: `GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: ${TOO_LONG}\r\n\r\n`,
  },
} as const satisfies Record<string, FaultyRequest>;

export type RequestFault = keyof typeof REQUESTS;

export const REQUEST_FAULT_NAMES = Object.keys(REQUESTS) as RequestFault[];
