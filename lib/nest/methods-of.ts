import type { Type } from '@nestjs/common';
import { MetadataScanner } from '@nestjs/core';

/** The methods of a class by name, inherited ones included. A getter is not run. */
export function methodsOf({ prototype }: Type): ReadonlyMap<string, object> {
  const methods = prototype as Readonly<Record<string, object>>;
  const names = new MetadataScanner().getAllMethodNames(methods);
  return new Map(names.map((name) => [name, methods[name]!]));
}
