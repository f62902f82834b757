import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const LIB = join(import.meta.dirname, '../../lib');
const MODULE_FILES = '.';

/** Which rooms of lib a room may import from, beside itself. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  contract: [],
  nest: [],
  translation: ['contract'],
  transports: ['contract', 'nest', 'translation'],
  log: ['contract', 'nest', 'translation'],
  options: ['contract', 'translation', 'transports', 'log', 'access'],
  access: ['contract', 'nest'],
  filter: ['contract', 'nest', 'translation', 'transports', 'log', 'options'],
  [MODULE_FILES]: [
    'contract',
    'nest',
    'translation',
    'transports',
    'log',
    'options',
    'access',
    'filter',
  ],
  client: ['contract'],
  mappers: ['contract', 'translation'],
  swagger: ['contract', 'nest', 'access', 'filter'],
  testing: ['contract', 'nest', 'translation', 'transports', 'filter'],
};

const files = readdirSync(LIB, { encoding: 'utf8', recursive: true }).filter((file) =>
  file.endsWith('.ts'),
);

function roomOf(file: string): string {
  const [room = MODULE_FILES, ...rest] = file.split('/');
  return rest.length > 0 ? room : MODULE_FILES;
}

/** What a file imports: files of lib, and packages. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(LIB, file), 'utf8');
  return Array.from(text.matchAll(/(?:from|import\(|import) '([^']+)'/g), ([, name]) => name!);
}

describe('the house', () => {
  it('has a rule for every room', () => {
    const rooms = new Set(files.map(roomOf));
    expect([...rooms].filter((room) => !Object.hasOwn(ALLOWED, room))).toEqual([]);
  });

  it('has imports that point one way', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((name) => name.startsWith('.'))
        .map((name) => relative(LIB, join(LIB, dirname(file), name)))
        .filter((target) => roomOf(target) !== roomOf(file))
        .filter((target) => !ALLOWED[roomOf(file)]?.includes(roomOf(target)))
        .map((target) => `${file} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('imports no package but Node and the required peers, and those only where a door is for them', () => {
    const required = ['@nestjs/common', '@nestjs/core', 'rxjs', 'reflect-metadata'];
    const optional: Readonly<Record<string, string>> = { swagger: '@nestjs/swagger' };
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((name) => !name.startsWith('.') && !name.startsWith('node:'))
        .filter((name) => !required.includes(name) && optional[roomOf(file)] !== name)
        .map((name) => `${file} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });
});
