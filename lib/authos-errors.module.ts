import { Global, Inject, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { ApplicationConfig } from '@nestjs/core';
import { OrganizationAccess } from './access/organization-access.js';
import { ConfigurableModuleClass } from './authos-errors.module-definition.js';
import { AuthOsExceptionFilter } from './filter/authos-exception.filter.js';
import { catchAllFiltersBefore } from './filter/catch-all-filters.js';
import { AUTHOS_ERRORS_OPTIONS, RESOLVED_OPTIONS } from './options/options.token.js';
import { type ResolvedOptions, resolveOptions } from './options/resolve-options.js';

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
    OrganizationAccess,
  ],
  exports: [RESOLVED_OPTIONS, OrganizationAccess],
})
export class AuthOsErrorsModule extends ConfigurableModuleClass implements OnApplicationBootstrap {
  constructor(
    @Inject(RESOLVED_OPTIONS) private readonly options: ResolvedOptions,
    @Inject(AuthOsExceptionFilter) private readonly filter: AuthOsExceptionFilter,
    @Inject(ApplicationConfig) private readonly config: ApplicationConfig,
  ) {
    super();
    // Nest asks the global filter that was added first last, and adds the APP_FILTERs after this constructor.
    if (options.bindGlobalFilter) config.addGlobalFilter(filter);
  }

  onApplicationBootstrap(): void {
    if (!this.options.bindGlobalFilter) return;
    const before = catchAllFiltersBefore(this.filter, this.config);
    if (before.length > 0) {
      this.options.logger.warn(
        `${before.join(', ')} catches everything and is asked first: its answers are no AuthOS envelopes`,
      );
    }
  }
}
