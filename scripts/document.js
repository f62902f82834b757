import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const DOCS = new URL('../docs/', import.meta.url);

/**
 * Puts a text between the markers of that name in a page of docs.
 *
 * @throws AssertionError when the page has no such markers.
 */
export async function writeDocument(page, name, text) {
  const path = fileURLToPath(new URL(page, DOCS));
  const marked = new RegExp(`(?<=<!-- ${name} -->\n).*(?=<!-- /${name} -->)`, 's');
  const document = await readFile(path, 'utf8');
  assert.match(document, marked, `${page} has no place for ${name}`);
  await writeFile(path, await formatted(document.replace(marked, () => `\n${text}\n`)));
}

/** Formats Markdown as the pages of docs are. */
export async function formatted(markdown) {
  const config = await resolveConfig(fileURLToPath(DOCS));
  return format(markdown, { ...config, parser: 'markdown' });
}

/** A table in Markdown, whose first columns are text and the others numbers. */
export function table(head, rows, textColumns = head.length) {
  const rule = head.map((_, index) => (index < textColumns ? '---' : '--:'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}
