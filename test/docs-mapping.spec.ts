import { readFile } from 'node:fs/promises';
import { AuthOsErrorCode } from 'nestjs-authos-errors';
import { documentWith, table, writeDocument } from '../scripts/document.js';
import { FAULTS } from './databases/faults.js';
import { type MappingRow, mappingRows } from './databases/mapping-rows.js';

const DOCUMENT = new URL('../docs/mapping.md', import.meta.url);
const LOCK = new URL('../package-lock.json', import.meta.url);
const VERSION = /`([@\w./-]+)` (\d+\.\d+\.\d+)/g;
const CODE_TABLE = /^\|.*\| Code +\|\n(?:\|.*\n)+/gm;
const LAST_CELL = /`([A-Z_]+)`\)? +\|$/gm;

const CONSTRAINTS = [
  'duplicate value',
  'duplicate of a named constraint',
  'duplicate pair of values',
  'duplicate primary key',
];

describe('docs/mapping.md', () => {
  const generated = ['mapping.md', 'generated', databaseTables(mappingRows())] as const;
  let text: string;

  beforeAll(async () => {
    if (process.env.UPDATE_DOCS) await writeDocument(...generated);
    text = await readFile(DOCUMENT, 'utf8');
  });

  it('tells of databases what the tests hold', async () => {
    expect(text).toBe(await documentWith(...generated));
  });

  it('names the installed versions', async () => {
    const { packages } = JSON.parse(await readFile(LOCK, 'utf8')) as {
      packages: Record<string, { version?: string }>;
    };
    const named = [...text.matchAll(VERSION)].map(([, name, version]) => ({ name, version }));
    const installed = named.map(({ name }) => ({
      name,
      version: (packages[`test/node_modules/${name}`] ?? packages[`node_modules/${name}`])?.version,
    }));
    expect(named).toEqual(installed);
    expect(named.length).toBeGreaterThan(20);
  });

  it('names only codes that exist', () => {
    const codes = [...text.matchAll(CODE_TABLE)].flatMap(([rows]) =>
      [...rows.matchAll(LAST_CELL)].map(([, code]) => code),
    );
    expect(codes.filter((code) => !Object.hasOwn(AuthOsErrorCode, String(code)))).toEqual([]);
    expect(codes.length).toBeGreaterThan(50);
  });
});

function databaseTables(rows: readonly MappingRow[]): string {
  return [ruleTable(), libraryTable(rows), refusedTable(rows), namesTable(rows)].join('\n');
}

/** What a fault becomes wherever nothing else is said. */
function ruleTable(): string {
  const faults = groupBy(Object.entries(FAULTS), ([, { code }]) => code);
  return table(
    ['What goes wrong', 'Code'],
    [...faults].map(([code, of]) => [list(of.map(([title]) => title)), `\`${code}\``]),
  );
}

function libraryTable(rows: readonly MappingRow[]): string {
  const installations = [...groupBy(rows, installationOf).values()].map((of) => ({
    library: list(of.map(({ library, version }) => `\`${library}\` ${version}`)),
    place: placeOf(of),
    own: outcomes(of.filter(({ fault }) => !Object.hasOwn(FAULTS, fault))),
    other: outcomes(of.filter(({ because }) => because)),
  }));
  return table(
    ['Library', 'Driver and database', 'Errors of its own', 'Other than the rule'],
    [...groupBy(installations, ({ library, own, other }) => library + own + other).values()].map(
      (of) => [
        list(of.map(({ library }) => library)),
        list(of.map(({ place }) => place)),
        list(of.map(({ own }) => own)),
        list(of.map(({ other }) => other)),
      ],
    ),
  );
}

function placeOf(rows: readonly MappingRow[]): string {
  const servers = [...new Set(rows.map(({ server }) => server))].join(' and ');
  const [{ driver, driverVersion } = {}] = rows;
  return driver ? `\`${driver}\` ${driverVersion} on ${servers}` : servers;
}

function refusedTable(rows: readonly MappingRow[]): string {
  const refused = rows.filter(({ fault }) => fault === 'connection refused');
  return table(
    ['A refused connection of', 'Code'],
    [...groupBy(refused, ({ code }) => code)].map(([code, of]) => [
      list(
        [...groupBy(of, ({ library }) => library)].map(([library, same]) => {
          const drivers = list(same.flatMap(({ driver }) => driver ?? []));
          return drivers ? `${library} (${drivers})` : library;
        }),
      ),
      `\`${code}\``,
    ]),
  );
}

function namesTable(rows: readonly MappingRow[]): string {
  const named = rows.filter(({ fault }) => CONSTRAINTS.includes(fault));
  const names = [
    ...groupBy(named, (row) => `${installationOf(row)} on ${row.server}`).values(),
  ].map((of) => ({
    row: of[0] as MappingRow,
    cells: CONSTRAINTS.map((constraint) =>
      list(of.find(({ fault }) => fault === constraint)?.names.map((name) => `\`${name}\``)),
    ),
  }));
  return table(
    ['Database', 'Library', 'a column', 'a named constraint', 'two columns', 'the primary key'],
    [...groupBy(names, ({ cells }) => cells.join())].map(([, of]) => [
      list(of.map(({ row }) => row.server)),
      list(of.map(({ row }) => row.library)),
      ...(of[0]?.cells ?? []),
    ]),
  );
}

function installationOf({ library, driver }: MappingRow): string {
  return driver ? `${library} with ${driver}` : library;
}

/** `fault, fault → code, as it is so` */
function outcomes(rows: readonly MappingRow[]): string {
  const outcome = ({ code, because }: MappingRow): string =>
    `\`${code}\`${because ? `, as ${because}` : ''}`;
  return [...groupBy(rows, outcome)]
    .map(([code, of]) => `${list(of.map(({ fault }) => fault))} → ${code}`)
    .join('; ');
}

function list(items: readonly string[] = []): string {
  return [...new Set(items)].join(', ');
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}
