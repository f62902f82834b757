import fc from 'fast-check';
import { throwable } from '../total/arbitrary-throwables.js';

const BATCH = 100;
const BATCHES = 1_000;

/** How many values are thrown, for the name of a test. */
export const ALL_VALUES = (BATCH * BATCHES).toLocaleString('en');

/** Arbitrary values, thrown by their number within a batch. */
export class ArbitraryValues {
  private values: readonly unknown[] = [];

  throw(index: number): never {
    throw this.values[index];
  }

  /** Has all of them thrown, a batch at a time. Rejects with the first whose answer is not accepted. */
  async throwAll(
    ask: (index: number) => Promise<unknown>,
    isAccepted: (answer: unknown) => boolean,
  ): Promise<'answered'> {
    // Jest maps every stack to its source, which takes longer than all the rest.
    Error.prepareStackTrace = (_error, frames) =>
      frames.map((frame) => `    at ${frame.getFunctionName()}`).join('\n');
    const batch = fc.array(throwable, { minLength: BATCH, maxLength: BATCH });
    await fc.assert(
      fc.asyncProperty(batch, async (makers) => {
        this.values = makers.map(made);
        const answers = await Promise.all(makers.map((_make, index) => ask(index)));
        const wrong = answers.find((answer) => !isAccepted(answer));
        if (wrong !== undefined) throw new Error(JSON.stringify(wrong));
      }),
      { numRuns: BATCHES, endOnFailure: true },
    );
    Reflect.deleteProperty(Error, 'prepareStackTrace');
    return 'answered';
  }
}

/** What goes wrong while a hostile value is made is as good as the value. */
function made(make: () => unknown): unknown {
  try {
    return make();
  } catch (error) {
    return error;
  }
}
