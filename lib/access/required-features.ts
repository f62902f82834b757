/** Metadata key of the features that RequireFeature lists. */
export const REQUIRED_FEATURES = 'nestjs-authos-errors:required-features';
