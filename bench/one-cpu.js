import { execFileSync } from 'node:child_process';

/**
 * Has this process and all that it starts share one CPU, where `taskset` can do that, and tells whether it did. Waking a
 * client that sleeps on another CPU costs the server more than the answer, and costs the slower of two servers more.
 */
export function shareOneCpu() {
  try {
    execFileSync('taskset', ['--all-tasks', '--cpu-list', '--pid', '0', String(process.pid)]);
    return true;
  } catch {
    return false;
  }
}
