import type { INestApplication, Type } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { gatewaysOf } from '../../../nest/gateways-of.js';
import type { ErrorConformanceProblem, Target } from '../judge.js';
import { type CoveredGateway, gatewayTransports } from './gateways.js';
import { filtersOfGateway } from './filters-of-gateway.js';
import { graphqlTransports } from './graphql.js';
import { judgeTransport } from './judge-transport.js';
import { messageHandlers } from './message-handlers.js';
import { microserviceTransports } from './microservices.js';
import { Thrower } from './transport.js';

/** The transports that an application has beside HTTP. */
export class Transports {
  private readonly modules: ModulesContainer;
  private readonly thrower = new Thrower();
  private readonly handlers = messageHandlers(this.thrower.raise);
  private readonly gateways: readonly CoveredGateway[];

  constructor(private readonly app: INestApplication) {
    this.modules = app.get(ModulesContainer);
    this.gateways = gatewaysOf(this.modules).flatMap((gateway) => {
      const filters = filtersOfGateway(gateway.type);
      return filters
        ? [{ ...gateway, handlers: messageHandlers(this.thrower.raise, filters) }]
        : [];
    });
  }

  /** What the application has to know before it is initialised. */
  get providers(): Type[] {
    return [this.handlers, ...this.gateways.map(({ handlers }) => handlers)];
  }

  /** What is wrong with the answers of an application that listens. */
  async judge(target: Target): Promise<ErrorConformanceProblem[]> {
    const transports = [
      ...graphqlTransports(this.modules, this.handlers, target),
      ...gatewayTransports(this.app, this.gateways, target.headers),
      ...microserviceTransports(this.app.getMicroservices(), this.handlers),
    ].filter(({ name }) => !target.skip.includes(name));
    const problems: ErrorConformanceProblem[] = [];
    for (const transport of transports) {
      problems.push(...(await judgeTransport(transport, this.thrower, target)));
    }
    return problems;
  }
}
