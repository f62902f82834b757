/** The names of a class and of those it extends; of an instance, those of its class. */
export function classNames(classOrInstance: unknown): string[] {
  const names: string[] = [];
  for (let type = classOf(classOrInstance); type?.name; type = Object.getPrototypeOf(type)) {
    names.push(type.name);
  }
  return names;
}

/** Guards, pipes and filters are given as classes or as instances. */
export function classOf(classOrInstance: unknown): Function | undefined {
  if (typeof classOrInstance === 'function') return classOrInstance;
  return (classOrInstance as object | undefined)?.constructor;
}
