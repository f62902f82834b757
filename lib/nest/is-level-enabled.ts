import { Logger, type LogLevel } from '@nestjs/common';

/** The statics of Nest's Logger that its types hide. */
interface LoggerState {
  readonly staticInstanceRef?: object;
  readonly logLevels?: readonly LogLevel[];
}

/**
 * Whether Nest's Logger writes lines of a level. Nest 10 and 11 call every level disabled as long as none were set,
 * although their loggers write them all then. Of levels that were set, `fatal` is always enabled.
 */
export function isLevelEnabled(level: LogLevel): boolean {
  if (Logger.isLevelEnabled(level)) return true;
  const { staticInstanceRef, logLevels } = Logger as unknown as LoggerState;
  return staticInstanceRef !== undefined && !logLevels && !Logger.isLevelEnabled('fatal');
}
