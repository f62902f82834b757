import { execFileSync } from 'node:child_process';

/**
 * Has this process and all that it starts share one CPU, where `taskset` is installed, and tells whether they do. To wake a
 * client that sleeps on another CPU is charged to the server.
 */
export function shareOneCpu() {
  try {
    execFileSync('taskset', ['--all-tasks', '--cpu-list', '--pid', '0', String(process.pid)]);
    return true;
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    return false;
  }
}
