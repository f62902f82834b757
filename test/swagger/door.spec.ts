import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as door from 'nestjs-authos-errors/swagger';

const LIB = fileURLToPath(new URL('../../lib', import.meta.url));

describe('nestjs-authos-errors/swagger', () => {
  it('has two exports', () => {
    expect(Object.keys(door).toSorted()).toEqual(['ApiAuthOsErrors', 'addAuthOsErrors']);
  });

  it('is imported by nothing else, so that the root needs no @nestjs/swagger', () => {
    const files = readdirSync(LIB, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.ts') && !file.startsWith(`swagger${sep}`),
    );
    expect(files).toContain('index.ts');
    const importing = files.filter((file) =>
      /from '[^']*\bswagger\b/.test(readFileSync(join(LIB, file), 'utf8')),
    );
    expect(importing).toEqual([]);
  });
});
