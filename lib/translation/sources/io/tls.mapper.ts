import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { IO_ERROR } from './io-mapping.js';

/**
 * Certificates that OpenSSL refuses.
 *
 * @see Node.js documentation, TLS, X509 certificate error codes
 */
const CERTIFICATE = new Set([
  'CERT_CHAIN_TOO_LONG',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REJECTED',
  'CERT_REVOKED',
  'CERT_SIGNATURE_FAILURE',
  'CERT_UNTRUSTED',
  'CRL_HAS_EXPIRED',
  'CRL_NOT_YET_VALID',
  'CRL_SIGNATURE_FAILURE',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERROR_IN_CERT_NOT_AFTER_FIELD',
  'ERROR_IN_CERT_NOT_BEFORE_FIELD',
  'HOSTNAME_MISMATCH',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'PATH_LENGTH_EXCEEDED',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY',
  'UNABLE_TO_DECRYPT_CERT_SIGNATURE',
  'UNABLE_TO_DECRYPT_CRL_SIGNATURE',
  'UNABLE_TO_GET_CRL',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);
/** Node's TLS, OpenSSL and Node's HTTP parser, which have too many codes for a list. */
const PROTOCOL = /^(?:ERR_TLS_|ERR_SSL_|HPE_)[A-Z\d_]+$/;

/** A connection that was made and could not be used. Node gives these no `syscall`. */
export function mapTlsError({ code }: UnknownObject): SourceMapping | undefined {
  if (typeof code !== 'string') return undefined;
  return CERTIFICATE.has(code) || PROTOCOL.test(code) ? IO_ERROR : undefined;
}
