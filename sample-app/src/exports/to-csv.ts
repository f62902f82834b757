/** RFC 4180. A leading =, +, - or @ is quoted away, because spreadsheets run such cells as formulas. */
export function toCsv(header: readonly string[], rows: string[][]): string {
  return [header, ...rows].map((row) => row.map(toCell).join(',') + '\r\n').join('');
}

function toCell(value: string): string {
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
