import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AUTHOS_ERRORS } from 'nestjs-authos-errors';
import ts from 'typescript';
import { programOf } from './support/program-of.js';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const DOCUMENTS = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const CODE_BLOCK = /^ *```ts\n(.*?)^ *```$/gms;

describe.each(DOCUMENTS)('%s', (document) => {
  it('has no example that does not compile', async () => {
    expect(compile(await examplesOf(document))).toEqual([]);
  }, 60_000);
});

describe('README.md', () => {
  it('has examples', async () => {
    expect(await examplesOf('README.md')).not.toEqual([]);
  });

  it('has the table of the 23 codes with their statuses', async () => {
    const text = await readFile(join(ROOT, 'README.md'), 'utf8');
    const rows = [...text.matchAll(/^\| `([A-Z_]+)` +\| (\d{3}) /gm)];
    expect(rows.map(([, code, status]) => [code, Number(status)])).toEqual(
      Object.entries(AUTHOS_ERRORS).map(([code, { status }]) => [code, status]),
    );
  });
});

async function examplesOf(document: string): Promise<string[]> {
  const text = await readFile(join(ROOT, document), 'utf8');
  return [...text.matchAll(CODE_BLOCK)].map(([, code]) => code ?? '');
}

/** The diagnostics of the examples, each a module of its own beside the recipes. */
function compile(examples: readonly string[]): string[] {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (path) =>
    ts.sys.readFile(path),
  );
  const { options } = ts.parseJsonConfigFileContent(
    { ...(config as object), include: [], files: [] },
    ts.sys,
    ROOT,
  );
  const files = new Map(
    examples.map((code, index) => [join(ROOT, 'test/recipes', `example-${index + 1}.ts`), code]),
  );
  const program = programOf(files, { ...options, noUnusedLocals: false });
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, messageText }) =>
        `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    );
}
