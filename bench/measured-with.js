import { cpus, loadavg } from 'node:os';

/**
 * With what, when and on which machine it was measured.
 *
 * @param {string} command
 */
export function measuredWith(command) {
  const [cpu] = cpus();
  return `Measured with \`${command}\` on ${new Date().toISOString().slice(0, 10)}: Node ${process.versions.node} on
${cpus().length} × ${cpu?.model.trim()}, ${process.platform} ${process.arch}, with a load of ${loadavg()[0]?.toFixed(1)} at the end.`;
}
