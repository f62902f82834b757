import { types } from 'node:util';
import type { ExceptionFilter, Type } from '@nestjs/common';
import type { ApplicationConfig, HttpAdapterHost, ModulesContainer } from '@nestjs/core';
import { type AuthOsExceptionFilter, isAuthOsExceptionFilter } from './authos-exception.filter.js';
import { controllersOf } from '../nest/controllers-of.js';
import { entryProvidersOf } from '../nest/entry-providers-of.js';
import { filtersOf } from '../nest/filters-of.js';
import { gatewaysOf } from '../nest/gateways-of.js';
import { messageHandlersOf } from '../nest/message-handlers-of.js';
import { methodsOf } from '../nest/methods-of.js';
import { leaveAlone } from '../transports/graphql/left-alone.js';

/** The part of Nest's InstanceWrapper that is used here. */
interface FilterWrapper {
  readonly instance: unknown;
  readonly metatype: { prototype?: unknown } | null;
  readonly isTransient: boolean;
  isDependencyTreeStatic(): boolean;
}

type Catch = ExceptionFilter['catch'];

const ANSWERED: ReadonlySet<string> = new Set(['http', 'ws', 'rpc']);

/** What a filter of several applications does by itself: it is led to the newest of them, not through all. */
const originals = new WeakMap<Catch, Catch>();

/**
 * Has `filter` answer what asynchronous filters of the user reject with. Nest leaves such a rejection to the process,
 * which ends by default, and the request without an answer. The same becomes of what a filter throws at once on
 * Express 4, of Nest 10; later versions and Fastify hand it to the global filters. On a gateway what a filter throws ends
 * the process before Nest 12, and whoever asked a microservice waits for ever.
 */
export function coverRejectingFilters(
  config: ApplicationConfig,
  modules: ModulesContainer,
  filter: AuthOsExceptionFilter,
  adapterHost: HttpAdapterHost,
): void {
  const others = new Set<unknown>(config.getGlobalFilters());
  config.getGlobalRequestFilters().forEach((wrapper) => others.add(filterOf(wrapper)));
  for (const { injectables } of modules.values()) {
    for (const wrapper of injectables.values()) others.add(filterOf(wrapper));
  }
  for (const type of [...controllersOf(modules), ...entryProvidersOf(modules)]) {
    for (const other of filtersGivenTo(type)) others.add(other);
  }
  coverAll(others, filter, adapterHost);
}

/**
 * The same for the filters of gateways and microservices, which Nest takes from their classes before there are routes:
 * classes are covered instead of instances, and the global filters whenever somebody asks for them.
 */
export function coverMessageFilters(
  config: ApplicationConfig,
  modules: ModulesContainer,
  filter: AuthOsExceptionFilter,
  adapterHost: HttpAdapterHost,
): void {
  const gateways = gatewaysOf(modules).map(({ type }) => type);
  const controllers = messageHandlersOf(modules).map(({ controller }) => controller);
  if (gateways.length + controllers.length === 0) return;
  const given = [...new Set([...gateways, ...controllers])].flatMap(filtersGivenTo);
  const others = given.map((other) => (typeof other === 'function' ? other.prototype : other));
  coverAll(new Set<unknown>(others), filter, adapterHost);
  const getGlobalFilters = config.getGlobalFilters.bind(config);
  config.getGlobalFilters = () => {
    const globals = getGlobalFilters();
    coverAll(new Set<unknown>(globals), filter, adapterHost);
    return globals;
  };
}

function coverAll(
  others: Set<unknown>,
  filter: AuthOsExceptionFilter,
  adapterHost: HttpAdapterHost,
): void {
  for (const other of others) {
    if (!isFilter(other) || isAuthOsExceptionFilter(other)) continue;
    answerFailures(other, filter, adapterHost);
  }
}

/** A filter with the scope of a request, or a transient one, is made anew each time: its class is covered instead. */
function filterOf(wrapper: FilterWrapper): unknown {
  const isOne = wrapper.isDependencyTreeStatic() && !wrapper.isTransient;
  return isOne ? wrapper.instance : wrapper.metatype?.prototype;
}

function answerFailures(
  other: ExceptionFilter,
  filter: AuthOsExceptionFilter,
  adapterHost: HttpAdapterHost,
): void {
  // oxlint-disable-next-line typescript/unbound-method -- it is called on its own filter below
  const current = other.catch;
  const original = originals.get(current) ?? current;
  const answered: Catch = function (this: ExceptionFilter, error, host): unknown {
    const type = host.getType<string>();
    if (type === 'graphql') return own(error, original.call(this, error, host));
    if (!ANSWERED.has(type)) return original.call(this, error, host) as unknown;
    try {
      const result: unknown = original.call(this, error, host);
      return types.isPromise(result)
        ? result.catch((failure: unknown) => filter.catch(failure, host))
        : result;
    } catch (failure) {
      if (type === 'http' && !isExpress4(adapterHost.httpAdapter?.getInstance<object>())) {
        throw failure;
      }
      return filter.catch(failure, host);
    }
  };
  originals.set(answered, original);
  other.catch = answered;
}

/** What a filter makes of an error is its answer, which GraphQL sends as it is. An error that it hands back is none. */
function own(error: unknown, result: unknown): unknown {
  if (types.isPromise(result)) return result.then((value) => own(error, value));
  if (result !== error) leaveAlone(result);
  return result;
}

/** Express 5 has its router from the start. */
function isExpress4(instance: object | undefined): boolean {
  return instance !== undefined && 'lazyrouter' in instance;
}

/** The filters that decorators give to a class and its methods. Instances are nobody's providers. */
function filtersGivenTo(type: Type): unknown[] {
  return [type, ...methodsOf(type).values()].flatMap((target) => [...filtersOf(target)]);
}

function isFilter(value: unknown): value is ExceptionFilter {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Partial<ExceptionFilter>).catch === 'function' &&
    Object.isExtensible(value)
  );
}
