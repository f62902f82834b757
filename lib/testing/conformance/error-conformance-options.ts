import { checkOptions, type Rule, wrongValue } from '../../contract/rule.js';
import { type Fault, FAULT_NAMES } from './faults.js';
import { type Phase, PHASE_NAMES } from './phases.js';
import { TRANSPORT_NAMES, type TransportName } from './transports/transport.js';
import { type RequestFault, REQUEST_FAULT_NAMES } from './requests.js';

/**
 * The name of a transport, a phase or a fault. `request` is the phase of the requests that are a fault themselves.
 *
 * @example
 * const uploads: ErrorConformanceName[] = ['body-too-large', 'unsupported-media-type'];
 *
 * @publicApi
 */
export type ErrorConformanceName =
  'http' | TransportName | Phase | Fault | RequestFault | 'request';

/**
 * What `runErrorConformance` can be told of an application.
 *
 * @example
 * const options: ErrorConformanceOptions = { headers: { authorization: `Bearer ${token}` }, skip: ['body-too-large'] };
 *
 * @publicApi
 */
export interface ErrorConformanceOptions {
  /**
   * Sent with each well-formed request, such as `authorization`, and in the `handshake` of gateways. None by default.
   */
  headers?: Readonly<Record<string, string>>;
  /** Transports, phases and faults that are left out. None by default. */
  skip?: readonly ErrorConformanceName[];
  /** `'preserve'` where the module has this option: a status then has to be of the class of its code. Default `'reference'`. */
  httpStatus?: 'reference' | 'preserve';
  /** Milliseconds within which each request has to be answered. Default 10,000. */
  timeout?: number;
}

export type ResolvedConformanceOptions = Required<ErrorConformanceOptions>;

const NAMES: readonly string[] = [
  'http',
  ...TRANSPORT_NAMES,
  ...PHASE_NAMES,
  'request',
  ...FAULT_NAMES,
  ...REQUEST_FAULT_NAMES,
];

const CALLER = 'runErrorConformance';
const RULES: Readonly<Record<keyof ErrorConformanceOptions, Rule>> = {
  headers: [
    (value) =>
      Object(value) === value &&
      Object.values(value as object).every((text) => typeof text === 'string'),
    'an object of strings',
  ],
  skip: [Array.isArray, 'an array of names'],
  httpStatus: [
    (value) => value === 'reference' || value === 'preserve',
    "'reference' or 'preserve'",
  ],
  timeout: [
    (value) => Number.isInteger(value) && Number(value) > 0,
    'a whole number of milliseconds above 0',
  ],
};

export function resolveConformanceOptions(
  options: ErrorConformanceOptions,
): ResolvedConformanceOptions {
  checkOptions(CALLER, options, RULES);
  const { headers = {}, skip = [], httpStatus = 'reference', timeout = 10_000 } = options;
  const unknown = skip.find((name) => !NAMES.includes(name));
  if (unknown !== undefined) {
    throw wrongValue(CALLER, 'a name in skip', unknown, `any of ${NAMES.join(', ')}`);
  }
  return { headers, skip, httpStatus, timeout };
}
