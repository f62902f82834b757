import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const DOCUMENT = fileURLToPath(new URL('../docs/performance.md', import.meta.url));

/** Puts what was measured between the markers of that name in docs/performance.md. */
export async function writeDocument(name, text) {
  const marked = new RegExp(`(?<=<!-- ${name} -->\n).*(?=<!-- /${name} -->)`, 's');
  const document = await readFile(DOCUMENT, 'utf8');
  assert.match(document, marked);
  const replaced = document.replace(marked, () => `\n${text}\n`);
  await writeFile(DOCUMENT, await formatted(replaced));
}

export async function formatted(markdown) {
  return format(markdown, { ...(await resolveConfig(DOCUMENT)), parser: 'markdown' });
}

export function table(head, rows, textColumns = 1) {
  const rule = head.map((_, index) => (index < textColumns ? '---' : '--:'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

/** With what, when and on which machine it was measured. */
export function measuredWith(command) {
  const [cpu] = cpus();
  return `Measured with \`${command}\` on ${new Date().toISOString().slice(0, 10)}: Node ${process.versions.node} on
${cpus().length} × ${cpu?.model.trim()}, ${process.platform} ${process.arch}, with a load of ${loadavg()[0]?.toFixed(1)} at the end.`;
}
