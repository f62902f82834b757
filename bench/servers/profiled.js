import { Session } from 'node:inspector/promises';

/** Microseconds between two looks of the profiler. */
const INTERVAL = 200;

/**
 * Runs something, and gives its CPU profile.
 *
 * @param {() => Promise<void>} run
 */
export async function profiled(run) {
  const session = new Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval: INTERVAL });
    await session.post('Profiler.start');
    await run();
    const { profile } = await session.post('Profiler.stop');
    return profile;
  } finally {
    session.disconnect();
  }
}
