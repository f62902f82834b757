import type { SourceMapping } from '../../source-mapper.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';
import { IO_ERROR } from '../io/io-mapping.js';
import { IO_SOURCES } from '../io/io.sources.js';
import { SERVER_FAULT, mappingOfAnswer } from './answer.js';

/**
 * The answer that an HTTP client did not like, which it keeps in `response`: axios, got, ky, superagent, gaxios, the SDKs
 * of Azure, Google and SendGrid, graphql-request, and whoever attaches the Response of fetch. An HttpException keeps its
 * own body there, which has no headers.
 */
export function mapHttpAnswer(error: UnknownObject): SourceMapping | undefined {
  const { response } = error;
  if (response === undefined || !isObject(response)) return undefined;
  if (!isObject(response.headers) && error.isAxiosError !== true) return undefined;
  const status = [response.status, response.statusCode, error.status, error.code].find(isStatus);
  if (status === undefined) return undefined;
  if (status >= 400) return mappingOfAnswer(status);
  // It began well, and then broke off, or is no JSON.
  return IO_SOURCES.some((map) => map(error)) ? IO_ERROR : SERVER_FAULT;
}

function isStatus(value: unknown): value is number {
  return typeof value === 'number' && value >= 100 && value <= 599;
}
