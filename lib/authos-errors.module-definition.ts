import { ConfigurableModuleBuilder } from '@nestjs/common';
import type { AuthOsErrorsOptions } from './options/authos-errors-options.interface.js';
import { AUTHOS_ERRORS_OPTIONS } from './options/options.token.js';

export const { ConfigurableModuleClass, OPTIONS_TYPE, ASYNC_OPTIONS_TYPE } =
  new ConfigurableModuleBuilder<AuthOsErrorsOptions>({
    moduleName: 'AuthOsErrors',
    optionsInjectionToken: AUTHOS_ERRORS_OPTIONS,
  })
    .setClassMethodName('forRoot')
    .setFactoryMethodName('createAuthOsErrorsOptions')
    .setExtras({}, (definition) => ({
      ...definition,
      // A bare import beside this one finds the same options.
      exports: [...(definition.exports ?? []), AUTHOS_ERRORS_OPTIONS],
    }))
    .build();
