import type { INestApplication, INestMicroservice } from '@nestjs/common';
import type { ModulesContainer } from '@nestjs/core';
import { ROUTE_ARGS_METADATA } from './metadata-keys.js';

/** A handler as Nest calls it: within its guards, pipes, interceptors and filters. */
export type BoundHandler = (...args: unknown[]) => Promise<unknown>;

/** Binds a method to what surrounds it in Nest. `module` is where Nest looks up filters that are given as classes. */
export type BindHandler = (instance: object, method: string, module: string) => BoundHandler;

/** What Nest binds the handlers of gateways and microservices with. Each transport has one, and none is public. */
interface ContextCreator {
  create(instance: object, callback: unknown, module: string, method: string): BoundHandler;
}

/** The parts of Nest's applications that are used here. */
interface WithGateways {
  readonly socketModule?: {
    readonly webSocketsController?: { readonly contextCreator: ContextCreator };
  } | null;
}

interface WithListeners {
  readonly microservicesModule: {
    readonly listenersController: { readonly contextCreator: ContextCreator };
  };
}

/** What Nest binds resolvers with, as everything that is none of its own transports. */
interface ExternalContextCreator {
  create(
    instance: object,
    callback: unknown,
    method: string,
    metadataKey: string,
    paramsFactory: { exchangeKeyForValue(): undefined },
    contextId: undefined,
    inquirerId: undefined,
    options: undefined,
    type: string,
  ): BoundHandler;
}

/** How Nest binds the handlers of gateways; undefined where it has none. The application is initialised. */
export function bindGatewayOf(app: INestApplication): BindHandler | undefined {
  const { socketModule } = app as WithGateways;
  return bindBy(socketModule?.webSocketsController?.contextCreator);
}

/** How Nest binds the handlers of a microservice. */
export function bindMessageOf(microservice: INestMicroservice): BindHandler | undefined {
  const { microservicesModule } = microservice as unknown as WithListeners;
  return bindBy(microservicesModule.listenersController.contextCreator);
}

/** How Nest binds the resolvers of GraphQL. */
export function bindResolverOf(modules: ModulesContainer): BindHandler | undefined {
  const providers = [...modules.values()].flatMap((module) => [...module.providers.values()]);
  const creator = providers.find(({ name }) => name === 'ExternalContextCreator')?.instance as
    ExternalContextCreator | undefined;
  if (!creator) return undefined;
  const paramsFactory = { exchangeKeyForValue: () => undefined };
  return (instance, method) =>
    creator.create(
      instance,
      Reflect.get(instance, method),
      method,
      ROUTE_ARGS_METADATA,
      paramsFactory,
      undefined,
      undefined,
      undefined,
      'graphql',
    );
}

function bindBy(creator: ContextCreator | undefined): BindHandler | undefined {
  return (
    creator &&
    ((instance, method, module) =>
      creator.create(instance, Reflect.get(instance, method), module, method))
  );
}
