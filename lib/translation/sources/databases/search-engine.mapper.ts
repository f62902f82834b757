import { descendsFrom } from '../../class-chain.js';
import type { SourceMapping } from '../../source-mapper.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';
import { DATABASE_ERROR, duplicate } from './database-mapping.js';

const CONFLICT = 409;
/** The server's words for the one conflict that is no change made meanwhile. */
const DOCUMENT_EXISTS = 'document already exists';
/** What each request of Typesense's client carries, as a header or in the query, as it writes them. */
const TYPESENSE_HEADER = 'X-TYPESENSE-API-KEY';
const TYPESENSE_PARAMETER = 'x-typesense-api-key';

/** Elasticsearch, OpenSearch and Typesense. */
export function mapSearchEngineError(error: UnknownObject): SourceMapping | undefined {
  return mapElasticError(error) ?? mapTypesenseError(error);
}

/** Where nothing was answered, or nothing that can be read, there is no `meta`. */
function mapElasticError(error: UnknownObject): SourceMapping | undefined {
  const isElastic =
    descendsFrom(error, 'ElasticsearchClientError') || descendsFrom(error, 'OpenSearchClientError');
  if (!isElastic) return undefined;
  const meta = isObject(error.meta) ? error.meta : {};
  const status = error.statusCode ?? meta.statusCode;
  return status === CONFLICT && saysExists(meta.body) ? duplicate([]) : DATABASE_ERROR;
}

/** A conflict without a body is taken for one of a document that exists, which is by far the most frequent. */
function saysExists(body: unknown): boolean {
  if (!isObject(body)) return true;
  const reason = isObject(body.error) ? body.error.reason : undefined;
  return typeof reason === 'string' && reason.includes(DOCUMENT_EXISTS);
}

function mapTypesenseError(error: UnknownObject): SourceMapping | undefined {
  if (descendsFrom(error, 'TypesenseError')) {
    return error.httpStatus === CONFLICT ? duplicate([]) : DATABASE_ERROR;
  }
  return isTypesenseRequest(error) ? DATABASE_ERROR : undefined;
}

/** Its client throws what axios says of a connection, and only the request's key tells whose it was. */
function isTypesenseRequest({ isAxiosError, config }: UnknownObject): boolean {
  if (isAxiosError !== true || !isObject(config)) return false;
  const { headers, params } = config;
  return (
    (isObject(headers) && TYPESENSE_HEADER in headers) ||
    (isObject(params) && TYPESENSE_PARAMETER in params)
  );
}
