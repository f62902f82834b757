import { applyDecorators, UseGuards } from '@nestjs/common';
import { wrongValue } from '../contract/rule.js';
import { addRequiredFeatures } from './required-features.js';
import { TierFeatureGuard } from './tier-feature.guard.js';

/**
 * Requires features of the organization's tier for a route, or for every route of a class; a method adds to
 * its class. The organization has to be active, and every listed feature is needed, else the answer is
 * ORGANIZATION_NOT_ACTIVE or FEATURE_NOT_AVAILABLE_IN_TIER.
 *
 * @throws TypeError without a feature, or with one that is no name.
 *
 * @example
 * @RequireFeature('sso')
 * @Get('connections')
 * list() {}
 *
 * @publicApi
 */
export function RequireFeature(
  ...features: [feature: string, ...more: string[]]
): ClassDecorator & MethodDecorator {
  if (features.length === 0 || !features.every((name) => typeof name === 'string' && name !== '')) {
    throw wrongValue('RequireFeature', 'the list of features', features, 'one or more names');
  }
  return applyDecorators(addRequiredFeatures(features), UseGuards(TierFeatureGuard));
}
