import ts from 'typescript';
import { programOf } from '../support/program-of.js';

/** What TypeScript has to say of modules that are not on disk: a list for each, by its name. */
export function diagnosticsOf(modules: Record<string, string>): Record<string, string[]> {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
    lib: ['lib.es2022.d.ts'],
    skipDefaultLibCheck: true,
  };
  const files = new Map(Object.entries(modules).map(([name, code]) => [`/${name}`, code]));
  const program = programOf(files, options);
  return Object.fromEntries(
    Object.keys(modules).map((name) => [
      name,
      ts
        .getPreEmitDiagnostics(program, program.getSourceFile(`/${name}`))
        .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
    ]),
  );
}
