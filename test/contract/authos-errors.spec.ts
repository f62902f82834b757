import { readFile } from 'node:fs/promises';
import { AUTHOS_ERRORS, AuthOsErrorCode } from 'nestjs-authos-errors';

interface ReferenceEntry {
  code: AuthOsErrorCode;
  status: number;
  group: string;
  description: string;
}

describe('the table of codes', () => {
  it('says of every code what the reference says, in its order', async () => {
    const file = new URL('../fixtures/error-codes.json', import.meta.url);
    const reference = JSON.parse(await readFile(file, 'utf8')) as ReferenceEntry[];
    const table = Object.entries(AUTHOS_ERRORS).map(([code, entry]) => ({
      code,
      status: entry.status,
      group: entry.group,
      description: entry.description,
    }));
    expect(reference).toHaveLength(23);
    expect(table).toEqual(reference);
  });

  it('has the codes of AuthOsErrorCode, each under its own name', () => {
    expect(Object.keys(AuthOsErrorCode)).toEqual(Object.keys(AUTHOS_ERRORS));
    expect(Object.values(AuthOsErrorCode)).toEqual(Object.keys(AuthOsErrorCode));
  });

  it('cannot be changed', () => {
    const entries = [AUTHOS_ERRORS, AuthOsErrorCode, ...Object.values(AUTHOS_ERRORS)];
    expect(entries.every((entry) => Object.isFrozen(entry))).toBe(true);
  });

  it.each(Object.entries(AUTHOS_ERRORS))('has a default text for %s', (_code, { message }) => {
    expect(message).toMatch(/^[A-Z].+\.$/);
  });
});
