import { descendsFrom } from '../../class-chain.js';
import type { SourceMapping } from '../../source-mapper.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';
import { DATABASE_ERROR, duplicate } from './database-mapping.js';

const CONFLICT = 409;

/** Elasticsearch, OpenSearch and Typesense. A conflict is a document that exists, or that was changed meanwhile. */
export function mapSearchEngineError(error: UnknownObject): SourceMapping | undefined {
  const isElastic =
    'meta' in error &&
    (descendsFrom(error, 'ElasticsearchClientError') ||
      descendsFrom(error, 'OpenSearchClientError'));
  if (!isElastic && !descendsFrom(error, 'TypesenseError')) return undefined;
  const status = isElastic ? elasticStatus(error) : error.httpStatus;
  return status === CONFLICT ? duplicate([]) : DATABASE_ERROR;
}

function elasticStatus({ statusCode, meta }: UnknownObject): unknown {
  return statusCode ?? (isObject(meta) ? meta.statusCode : undefined);
}
