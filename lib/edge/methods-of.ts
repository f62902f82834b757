/** The methods of a controller, inherited ones included; a getter is not run. */
export function methodsOf(prototype: unknown): object[] {
  const methods: object[] = [];
  for (
    let type = prototype;
    type && type !== Object.prototype;
    type = Object.getPrototypeOf(type)
  ) {
    for (const { value } of Object.values(Object.getOwnPropertyDescriptors(type))) {
      if (typeof value === 'function') methods.push(value as object);
    }
  }
  return methods;
}
