import type { Type } from '@nestjs/common';

/** A method of a controller that answers requests. A method is shared by the controllers that inherit it. */
export interface Route {
  readonly controller: Type;
  readonly handler: object;
  /** The name of the handler in its controller. */
  readonly name: string;
}

/** What decorators such as `@UseGuards()` keep in a list on the class and on the method, in the order of the two. */
export function listedOn({ controller, handler }: Route, key: string): unknown[] {
  return [controller, handler].flatMap(
    (target) => (Reflect.getMetadata(key, target) as unknown[] | undefined) ?? [],
  );
}
