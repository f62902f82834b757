import { types } from 'node:util';
import type { ExceptionFilter } from '@nestjs/common';
import type { ModulesContainer } from '@nestjs/core';
import { gatewaysOf } from '../../nest/gateways-of.js';
import { ConnectionHost } from './connection-host.js';

type Hook = (this: object, client: unknown, ...more: readonly unknown[]) => unknown;

const HOOKS = ['handleConnection', 'handleDisconnect'] as const;

/** The hooks as the application wrote them, by the ones that are covered. */
const originals = new WeakMap<Hook, Hook>();

/** The filter of each gateway's application: applications of one process share their classes. */
const filters = new WeakMap<object, ExceptionFilter>();

/**
 * Has the filter answer what `handleConnection` and `handleDisconnect` of a gateway throw or reject with. Nest asks no
 * filter, and the process ends. The methods are covered on their class before Nest takes them from an instance. A class
 * without them gets some that do nothing: Nest builds a gateway with the scope of a request for each connection, and
 * asks a filter about what that fails with only if there is a method.
 */
export function coverConnectionHooks(modules: ModulesContainer, filter: ExceptionFilter): void {
  for (const { type } of gatewaysOf(modules)) {
    const prototype = type.prototype as Record<string, unknown>;
    for (const name of HOOKS) {
      const hook = prototype[name] ?? nothing;
      if (typeof hook === 'function') cover(prototype, name, hook as Hook, filter);
    }
  }
}

/** Tells the gateways, once they are there, whose they are. */
export function claimGateways(modules: ModulesContainer, filter: ExceptionFilter): void {
  for (const { instance } of gatewaysOf(modules)) {
    if (typeof instance === 'object' && instance !== null) filters.set(instance, filter);
  }
}

function nothing(): void {}

function cover(
  prototype: object,
  name: (typeof HOOKS)[number],
  current: Hook,
  newest: ExceptionFilter,
): void {
  const original = originals.get(current) ?? current;
  const covered: Hook = function (client, ...more) {
    // A subclass that calls the method of its parent must hear of its failure.
    const called = originals.get(Reflect.get(this, name) as Hook);
    if (called !== original) return original.call(this, client, ...more);
    const answer = (error: unknown): void => {
      (filters.get(this) ?? newest).catch(error, new ConnectionHost(client, name));
    };
    try {
      const result = original.call(this, client, ...more);
      return types.isPromise(result) ? result.catch(answer) : result;
    } catch (error) {
      return answer(error);
    }
  };
  originals.set(covered, original);
  Object.defineProperty(prototype, name, { value: covered, configurable: true, writable: true });
}
