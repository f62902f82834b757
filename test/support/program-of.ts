import ts from 'typescript';

/** A program of modules that are not on disk, by their names, beside everything that is. */
export function programOf(
  modules: ReadonlyMap<string, string>,
  options: ts.CompilerOptions,
): ts.Program {
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (name) => modules.has(name) || disk.fileExists(name),
    readFile: (name) => modules.get(name) ?? disk.readFile(name),
    getSourceFile: (name, ...rest) => {
      const code = modules.get(name);
      return code === undefined
        ? disk.getSourceFile(name, ...rest)
        : ts.createSourceFile(name, code, rest[0]);
    },
  };
  return ts.createProgram([...modules.keys()], options, host);
}
