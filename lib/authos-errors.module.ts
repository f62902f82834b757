import {
  type DynamicModule,
  Global,
  Inject,
  Module,
  type NestModule,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { ApplicationConfig, HttpAdapterHost, ModulesContainer } from '@nestjs/core';
import { ORGANIZATION_ACCESS, OrganizationAccess } from './access/organization-access.js';
import {
  type ASYNC_OPTIONS_TYPE,
  ConfigurableModuleClass,
  type OPTIONS_TYPE,
} from './authos-errors.module-definition.js';
import { checkIsObject, wrongValue } from './contract/rule.js';
import { coverFileFilters } from './transports/http/edge/file-filters.js';
import { coverFastify } from './transports/http/edge/cover-fastify.js';
import { coverGraphQL } from './transports/graphql/cover-graphql.js';
import { coverEdges } from './transports/http/edge/cover-edges.js';
import { coverGateways, uncoverGateways } from './filter/gateway-filters.js';
import { MessageHandlers } from './filter/message-handlers.js';
import { coverMessageFilters, coverRejectingFilters } from './filter/rejecting-filters.js';
import { coverEventStreams } from './transports/http/edge/event-streams.js';
import { claimGateways, coverConnectionHooks } from './transports/ws/connection-hooks.js';
import {
  AuthOsExceptionFilter,
  isAuthOsExceptionFilter,
} from './filter/authos-exception.filter.js';
import { AuthOsErrorReporter } from './log/authos-error-reporter.js';
import { catchAllFiltersBefore } from './filter/catch-all-filters.js';
import { AUTHOS_ERRORS_OPTIONS, RESOLVED_OPTIONS } from './options/options.token.js';
import { type ResolvedOptions, resolveOptions } from './options/resolve-options.js';

const NOT_INHERITED =
  'a microservice does not inherit the filter, connect it with { inheritAppConfig: true }';

/**
 * Gives the application the AuthOS error contract: a filter that is asked after all filters of yours, and what
 * the guards need. Import it once, bare for every default, or with `forRoot(options)` or
 * `forRootAsync({ imports, inject, useFactory | useClass | useExisting })`; a class for `forRootAsync` has
 * a method `createAuthOsErrorsOptions()`.
 *
 * @throws TypeError at boot when an option is wrong, naming it.
 *
 * @example
 * @Module({ imports: [AuthOsErrorsModule] })
 * export class AppModule {}
 *
 * @publicApi
 */
@Global()
@Module({
  providers: [
    {
      provide: RESOLVED_OPTIONS,
      useFactory: resolveOptions,
      inject: [{ token: AUTHOS_ERRORS_OPTIONS, optional: true }],
    },
    AuthOsExceptionFilter,
    {
      provide: AuthOsErrorReporter,
      useFactory: (options: ResolvedOptions) => new AuthOsErrorReporter(options),
      inject: [RESOLVED_OPTIONS],
    },
    {
      provide: ORGANIZATION_ACCESS,
      useFactory: (options: ResolvedOptions) => new OrganizationAccess(options),
      inject: [RESOLVED_OPTIONS],
    },
  ],
  exports: [RESOLVED_OPTIONS, AuthOsErrorReporter, ORGANIZATION_ACCESS],
})
export class AuthOsErrorsModule
  extends ConfigurableModuleClass
  implements NestModule, OnApplicationBootstrap
{
  /** False where another import of the module has bound its filter, which has the same options. */
  private readonly binds: boolean;
  private readonly messageHandlers: MessageHandlers | undefined;
  /** A hybrid application with `deferInitialization` runs the bootstrap hook once more. */
  private isCovered = false;

  static override forRoot(options: typeof OPTIONS_TYPE): DynamicModule {
    // Nest would fail on what is no object in words of its own.
    checkIsObject('AuthOsErrorsModule.forRoot', options);
    return super.forRoot(options);
  }

  static override forRootAsync(options: typeof ASYNC_OPTIONS_TYPE): DynamicModule {
    const { useFactory, useClass, useExisting } = Object(options) as typeof ASYNC_OPTIONS_TYPE;
    if (!useFactory && !useClass && !useExisting) {
      const takes = 'an object with useFactory, useClass or useExisting';
      throw wrongValue('AuthOsErrorsModule.forRootAsync', 'the argument', options, takes);
    }
    return super.forRootAsync(options);
  }

  constructor(
    @Inject(RESOLVED_OPTIONS) private readonly options: ResolvedOptions,
    @Inject(AuthOsExceptionFilter) private readonly filter: AuthOsExceptionFilter,
    @Inject(ApplicationConfig) private readonly config: ApplicationConfig,
    @Inject(HttpAdapterHost) private readonly adapterHost: HttpAdapterHost,
    @Inject(ModulesContainer) private readonly modules: ModulesContainer,
  ) {
    super();
    const bound = config.getGlobalFilters().some(isAuthOsExceptionFilter);
    this.binds = options.bindGlobalFilter && !bound;
    if (!options.bindGlobalFilter) uncoverGateways(modules);
    if (!this.binds) return;
    // Nest asks the global filter that was added first last, and adds the APP_FILTERs after this constructor.
    config.addGlobalFilter(filter);
    // A testing module gets its adapter after its providers.
    coverFastify(adapterHost.httpAdapter, filter);
    adapterHost.init$?.subscribe(() => coverFastify(adapterHost.httpAdapter, filter));
    coverEventStreams(modules, filter);
    // Nest takes the handlers of gateways and microservices from their classes before `configure`.
    coverGateways(modules, filter);
    coverConnectionHooks(modules, filter);
    coverMessageFilters(config, modules, filter, adapterHost);
    this.messageHandlers = new MessageHandlers(modules, filter);
  }

  /** Called when every filter is there and no route is yet. */
  configure(): void {
    if (!this.binds) return;
    const { httpAdapter } = this.adapterHost;
    coverFastify(httpAdapter, this.filter);
    coverFileFilters(this.modules);
    coverRejectingFilters(this.config, this.modules, this.filter, this.adapterHost);
    claimGateways(this.modules, this.filter);
    coverGraphQL(this.modules, this.filter);
  }

  onApplicationBootstrap(): void {
    if (!this.binds || this.isCovered) return;
    this.isCovered = true;
    const gaps = [
      ...catchAllFiltersBefore(this.filter, this.config).map(
        (name) => `${name} catches everything and is asked first`,
      ),
      ...coverEdges(this.adapterHost.httpAdapter, this.filter),
      ...(this.messageHandlers?.areMissed ? [NOT_INHERITED] : []),
    ];
    const { logger } = this.options;
    if (gaps.length === 0) logger.log('Every error response is an AuthOS envelope');
    else logger.warn(`Not every error response is an AuthOS envelope: ${gaps.join('; ')}`);
  }
}
