import { translate } from './translate.js';

/** The names under which a text for a duplicate is looked for in `duplicateMessages`. */
export function namesAskedFor(error: unknown): Set<string> {
  const asked = new Set<string>();
  const duplicateMessages = new Proxy<Record<string, string>>(
    {},
    {
      getOwnPropertyDescriptor: (_target, name) => {
        asked.add(String(name));
        return undefined;
      },
    },
  );
  translate(error, { duplicateMessages });
  return asked;
}
