/** A logger, and what it is told: the level and the line. */
export function loggedLines(heard: (level: string) => void = () => {}) {
  const lines: string[] = [];
  const log = (level: string) => (line: string) => {
    lines.push(`${level} ${line}`);
    heard(level);
  };
  const logger = { log: log('LOG'), error: log('ERROR'), warn: log('WARN'), debug: log('DEBUG') };
  return { lines, logger };
}
