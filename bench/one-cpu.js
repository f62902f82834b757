import { execFileSync } from 'node:child_process';

/**
 * Has this process and all that it starts share one CPU, where `taskset` can do that, and tells whether they do. To wake a
 * client that sleeps on another CPU is charged to the server.
 */
export function shareOneCpu() {
  try {
    execFileSync('taskset', ['--all-tasks', '--cpu-list', '--pid', '0', String(process.pid)]);
    return true;
  } catch {
    return false;
  }
}
