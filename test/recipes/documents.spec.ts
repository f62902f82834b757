import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

describe('a document', () => {
  it.each([
    ['docs/client.md', 'api-fetch.ts'],
    ['docs/migration.md', 'all-exceptions.filter.ts'],
    ['docs/migration.md', 'transition.filter.ts'],
    ['docs/recipes.md', 'report-to-sentry.ts'],
    ['docs/recipes.md', 'record-on-span.ts'],
    ['docs/recipes.md', 'jwt-auth.guard.ts'],
    ['docs/recipes.md', 'enable-cors.ts'],
    ['docs/recipes.md', 'mails.processor.ts'],
    ['docs/recipes.md', 'reminders.service.ts'],
    ['docs/recipes.md', 'unhandled-exceptions.ts'],
  ])('%s shows %s as it is tested', async (document, recipe) => {
    const code = await readFile(join(import.meta.dirname, recipe), 'utf8');
    const text = await readFile(join(ROOT, document), 'utf8');
    expect(text).toContain(code);
  });
});
