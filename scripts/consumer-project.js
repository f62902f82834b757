import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCES = fileURLToPath(new URL('../test/consumer', import.meta.url));

/**
 * Writes an application of test/consumer into a folder, without the files for class-validator where it has none.
 *
 * @param {string} project
 * @param {{ type: string, module: string, validator: string }} options
 */
export function writeConsumerProject(project, { type, module, validator }) {
  mkdirSync(join(project, 'src'), { recursive: true });
  for (const file of readdirSync(SOURCES)) {
    const text = readFileSync(join(SOURCES, file), 'utf8');
    if (validator || !text.includes(`from 'class-validator'`))
      writeFileSync(join(project, 'src', file), text);
  }
  writeFileSync(join(project, 'package.json'), JSON.stringify({ type }));
  const compilerOptions = {
    module,
    target: 'ES2022',
    rootDir: 'src',
    outDir: 'dist',
    strict: true,
    skipLibCheck: true,
    experimentalDecorators: true,
    emitDecoratorMetadata: true,
    types: ['node'],
  };
  writeFileSync(
    join(project, 'tsconfig.json'),
    JSON.stringify({ compilerOptions, include: ['src'] }),
  );
}
