import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const CONSUMER = fileURLToPath(new URL('consumer.ts', import.meta.url));
const CODE = `
import { authOsError, runErrorConformance, toBeAuthOsError } from 'nestjs-authos-errors/testing';
import type { AuthOsErrorMatchers } from 'nestjs-authos-errors/testing';
interface Matchers<R, T> extends AuthOsErrorMatchers<R, T> {}
declare const matchers: Matchers<void, Response>;
export const later: Promise<void> = matchers.toBeAuthOsError('NOT_FOUND');
declare const others: Matchers<void, { status: number }>;
export const atOnce: void = others.toBeAuthOsError('NOT_FOUND');
export const names = [authOsError, runErrorConformance, toBeAuthOsError];
`;

const { ModuleKind, ModuleResolutionKind } = ts;

describe('the published types', () => {
  it.each([
    ['NodeNext', ModuleKind.NodeNext, ModuleResolutionKind.NodeNext],
    ['a bundler', ModuleKind.ESNext, ModuleResolutionKind.Bundler],
  ])(
    'compile with their libraries checked and without a test runner, as %s resolves them',
    (_name, module, moduleResolution) => {
      expect(compile({ module, moduleResolution })).toEqual([]);
    },
    60_000,
  );
});

/** The diagnostics of a module of a consumer, which finds the package as it is built. */
function compile(resolution: ts.CompilerOptions): string[] {
  const options: ts.CompilerOptions = {
    ...resolution,
    target: ts.ScriptTarget.ES2022,
    strict: true,
    skipLibCheck: false,
    noEmit: true,
    types: ['node'],
  };
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (name) => name === CONSUMER || disk.fileExists(name),
    readFile: (name) => (name === CONSUMER ? CODE : disk.readFile(name)),
    getSourceFile: (name, ...rest) =>
      name === CONSUMER
        ? ts.createSourceFile(name, CODE, rest[0])
        : disk.getSourceFile(name, ...rest),
  };
  const program = ts.createProgram([CONSUMER], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, messageText }) =>
        `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    );
}
