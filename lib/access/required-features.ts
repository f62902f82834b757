/** Metadata key of the features that RequireFeature lists. */
export const REQUIRED_FEATURES = 'nestjs-authos-errors:required-features';

/** Adds to what another RequireFeature on the same class or method lists. */
export function addRequiredFeatures(features: readonly string[]): ClassDecorator & MethodDecorator {
  return (type: object, _key?: string | symbol, descriptor?: PropertyDescriptor) => {
    const target = (descriptor?.value ?? type) as object;
    const others =
      (Reflect.getOwnMetadata(REQUIRED_FEATURES, target) as string[] | undefined) ?? [];
    Reflect.defineMetadata(REQUIRED_FEATURES, [...others, ...features], target);
  };
}
