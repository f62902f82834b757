import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const MANIFEST = join(import.meta.dirname, '../../package.json');

/** What users import from: the subpaths of the package, each with its source; the root is `.`. */
export const DOORS: readonly { readonly path: string; readonly source: string }[] = Object.keys(
  (JSON.parse(readFileSync(MANIFEST, 'utf8')) as { exports: object }).exports,
)
  .filter((path) => !path.endsWith('.json'))
  .map((path) => ({ path, source: join('lib', path, 'index.ts') }));
