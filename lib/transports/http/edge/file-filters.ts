import type { ModulesContainer } from '@nestjs/core';

type FileFilter = (request: unknown, file: unknown, callback: (error: unknown) => void) => unknown;

/** The part of a FileInterceptor that is used here; multer itself is never imported. */
interface FileInterceptorLike {
  readonly multer?: { fileFilter?: FileFilter };
}

const COVERED = Symbol('nestjs-authos-errors/file-filter');

/**
 * Hands what a `fileFilter` throws to its callback, and so to the filters. The multer of Nest 10 calls it from an event
 * of its parser, where a throw ends the process and leaves the request without an answer.
 */
export function coverFileFilters(modules: ModulesContainer): void {
  for (const { injectables } of modules.values()) {
    for (const { instance } of injectables.values()) {
      const multer = (instance as FileInterceptorLike | undefined)?.multer;
      const filter = multer?.fileFilter;
      if (multer && filter && !(COVERED in filter)) multer.fileFilter = covered(filter);
    }
  }
}

function covered(filter: FileFilter): FileFilter {
  const safe: FileFilter = (request, file, callback) => {
    try {
      return filter(request, file, callback);
    } catch (error) {
      return callback(error);
    }
  };
  return Object.assign(safe, { [COVERED]: true });
}
