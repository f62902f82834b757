import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const DOCS = new URL('../docs/', import.meta.url);

/**
 * A page of docs with a text between its markers of that name.
 *
 * @param {string} page
 * @param {string} name
 * @param {string} text
 * @throws AssertionError when the page has no such markers.
 */
export async function documentWith(page, name, text) {
  const marked = new RegExp(`(?<=<!-- ${name} -->\n).*(?=<!-- /${name} -->)`, 's');
  const document = await readFile(new URL(page, DOCS), 'utf8');
  assert.match(document, marked, `${page} has no place for ${name}`);
  return formatted(document.replace(marked, () => `\n${text}\n`));
}

/**
 * Puts a text between the markers of that name in a page of docs.
 *
 * @param {string} page
 * @param {string} name
 * @param {string} text
 */
export async function writeDocument(page, name, text) {
  await writeFile(new URL(page, DOCS), await documentWith(page, name, text));
}

/**
 * Formats Markdown as the pages of docs are.
 *
 * @param {string} markdown
 */
export async function formatted(markdown) {
  const config = await resolveConfig(fileURLToPath(DOCS));
  return format(markdown, { ...config, parser: 'markdown' });
}

/**
 * A table in Markdown, whose first columns are text and the others numbers.
 *
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
export function table(head, rows, textColumns = head.length) {
  const rule = head.map((_, index) => (index < textColumns ? '---' : '--:'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}
