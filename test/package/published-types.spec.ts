import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

const ROOT = join(import.meta.dirname, '../..');

interface Manifest {
  exports: Record<string, { import?: { types: string }; require?: { types: string } }>;
  peerDependencies: Record<string, string>;
  peerDependenciesMeta: Record<string, { optional: boolean }>;
}

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Manifest;
const REQUIRED = Object.keys(manifest.peerDependencies).filter(
  (name) => !manifest.peerDependenciesMeta[name]?.optional,
);
const ALLOWED: Record<string, readonly string[]> = {
  '.': REQUIRED,
  './swagger': [...REQUIRED, '@nestjs/swagger'],
  './testing': REQUIRED,
  './client': [],
};

const doors = Object.entries(manifest.exports).flatMap(([path, { import: esm, require: cjs }]) =>
  [esm, cjs].flatMap((door) => (door ? [[path, door.types] as const] : [])),
);

describe('the published types', () => {
  it.each(doors)('of %s in %s name no package but the declared peers', (path, door) => {
    const named = packagesNamedFrom(join(ROOT, door));
    expect([...named].filter((name) => !ALLOWED[path]?.includes(name))).toEqual([]);
  });
});

/** The packages that a declaration file and the files below it name. */
function packagesNamedFrom(door: string): Set<string> {
  const packages = new Set<string>();
  const files = new Set([door]);
  for (const file of files) {
    const { importedFiles, typeReferenceDirectives } = ts.preProcessFile(
      readFileSync(file, 'utf8'),
      true,
      true,
    );
    for (const { fileName } of [...importedFiles, ...typeReferenceDirectives]) {
      if (!fileName.startsWith('.')) packages.add(packageOf(fileName));
      else files.add(declarationOf(join(dirname(file), fileName)));
    }
  }
  return packages;
}

function declarationOf(module: string): string {
  const file = module.replace(/\.js$/, '.d.ts');
  if (!existsSync(file)) throw new Error(`${file} is named and not published`);
  return file;
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
