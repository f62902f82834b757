/**
 * The options as the user gave them, and as the library works with them. Registered symbols, so that an ESM
 * and a CJS copy of the package in one process share them.
 */
export const AUTHOS_ERRORS_OPTIONS = Symbol.for('nestjs-authos-errors/options');
export const RESOLVED_OPTIONS = Symbol.for('nestjs-authos-errors/resolved-options');
