import { inspect } from 'node:util';
import { refuseUnknownOptions } from '../refuse-unknown-options.js';
import { type Fault, FAULT_NAMES } from './faults.js';
import { type Phase, PHASE_NAMES } from './phases.js';
import { type RequestFault, REQUEST_FAULT_NAMES } from './requests.js';

/**
 * The name of a phase or of a fault. `request` is the phase of the requests that are a fault themselves.
 *
 * @example
 * const uploads: ErrorConformanceName[] = ['body-too-large', 'unsupported-media-type'];
 *
 * @publicApi
 */
export type ErrorConformanceName = Phase | Fault | RequestFault | 'request';

/**
 * What `runErrorConformance` can be told of an application.
 *
 * @example
 * const options: ErrorConformanceOptions = { headers: { authorization: `Bearer ${token}` }, skip: ['body-too-large'] };
 *
 * @publicApi
 */
export interface ErrorConformanceOptions {
  /** Sent with each well-formed request, such as `authorization`. None by default. */
  headers?: Readonly<Record<string, string>>;
  /** Phases and faults that are left out. None by default. */
  skip?: readonly ErrorConformanceName[];
  /** `'preserve'` where the module has this option: a status then has to be of the class of its code. Default `'reference'`. */
  httpStatus?: 'reference' | 'preserve';
  /** Milliseconds within which each request has to be answered. Default 10,000. */
  timeout?: number;
}

export type ResolvedConformanceOptions = Required<ErrorConformanceOptions>;

const NAMES: readonly string[] = [
  ...PHASE_NAMES,
  'request',
  ...FAULT_NAMES,
  ...REQUEST_FAULT_NAMES,
];
const OPTIONS = ['headers', 'skip', 'httpStatus', 'timeout'];

export function resolveConformanceOptions(
  options: ErrorConformanceOptions,
): ResolvedConformanceOptions {
  refuseUnknownOptions('runErrorConformance', options, OPTIONS);
  const { headers = {}, skip = [], httpStatus = 'reference', timeout = 10_000 } = options;
  if (
    Object(headers) !== headers ||
    Object.values(headers).some((value) => typeof value !== 'string')
  )
    refuse('headers', headers, 'an object of strings');
  if (!Array.isArray(skip)) refuse('skip', skip, 'an array of names');
  for (const name of skip) {
    if (!NAMES.includes(name)) refuse('skip', name, `any of ${NAMES.join(', ')}`);
  }
  if (httpStatus !== 'reference' && httpStatus !== 'preserve')
    refuse('httpStatus', httpStatus, "'reference' or 'preserve'");
  if (!Number.isInteger(timeout) || timeout <= 0)
    refuse('timeout', timeout, 'a whole number of milliseconds above 0');
  return { headers, skip, httpStatus, timeout };
}

function refuse(option: string, got: unknown, takes: string): never {
  throw new TypeError(`runErrorConformance: ${option} is ${inspect(got)}; it takes ${takes}`);
}
