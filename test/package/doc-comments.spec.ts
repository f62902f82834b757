import { join } from 'node:path';
import ts from 'typescript';
import { DOORS } from '../support/doors.js';

const ROOT = join(import.meta.dirname, '../..');
const SOURCES = DOORS.map(({ source }) => source);

/** A decorator on the first line of an example is a tag of its own for the compiler. */
const DECORATOR = /^[A-Z]/;

const program = createProgram();
const checker = program.getTypeChecker();

describe.each(SOURCES)('%s', (door) => {
  it('exports nothing without a doc text, an @example and @publicApi', () => {
    const symbols = exportsOf(door);
    expect(symbols).not.toEqual([]);
    expect(symbols.flatMap(gapsOf)).toEqual([]);
  });
});

function createProgram(): ts.Program {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (path) =>
    ts.sys.readFile(path),
  );
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  return ts.createProgram(
    SOURCES.map((door) => join(ROOT, door)),
    options,
  );
}

function exportsOf(door: string): ts.Symbol[] {
  const file = program.getSourceFile(join(ROOT, door));
  const module = file && checker.getSymbolAtLocation(file);
  if (!module) throw new Error(`${door} is no module`);
  return checker
    .getExportsOfModule(module)
    .map((symbol) =>
      symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
    );
}

/** What the doc comment of an export lacks, each with the export's name. */
function gapsOf(symbol: ts.Symbol): string[] {
  const tags = symbol.getJsDocTags(checker);
  const hasExample = tags.some(
    ({ name, text }, index) =>
      name === 'example' &&
      (ts.displayPartsToString(text).trim() !== '' || DECORATOR.test(tags[index + 1]?.name ?? '')),
  );
  const isPublic = tags.some(({ name }) => name === 'publicApi');
  const isDescribed = symbol.getDocumentationComment(checker).length > 0;
  return [
    ...(isDescribed ? [] : ['a doc text']),
    ...(hasExample ? [] : ['@example']),
    ...(isPublic ? [] : ['@publicApi']),
  ].map((gap) => `${symbol.name} lacks ${gap}`);
}
