import type { LoggerService } from '@nestjs/common';

type Write = (...args: unknown[]) => void;

/** A logger that keeps its lines: level, text and what else it was given. */
export interface RecordingLogger extends Record<keyof LoggerService, Write> {
  readonly lines: readonly [level: string, ...args: unknown[]][];
}

/** What the module says at boot when nothing is left uncovered. */
export const COVERED: [string, string] = ['log', 'Every error response is an AuthOS envelope'];

export function recordingLogger(): RecordingLogger {
  const lines: [string, ...unknown[]][] = [];
  const record = (level: string): Write => {
    return (...args) => lines.push([level, ...args]);
  };
  return {
    lines,
    log: record('log'),
    error: record('error'),
    warn: record('warn'),
    debug: record('debug'),
    verbose: record('verbose'),
    fatal: record('fatal'),
    setLogLevels: () => {},
  };
}
