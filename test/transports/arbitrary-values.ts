import fc from 'fast-check';
import { made, throwable } from '../total/arbitrary-throwables.js';
import { useQuickStacks } from '../total/quick-stacks.js';

const BATCH = 100;
const BATCHES = 1_000;

const ALL = (BATCH * BATCHES).toLocaleString('en');

/** Has handlers throw arbitrary values, by their number within a batch: `values.throw(index)`. */
export class ArbitraryValues {
  private values: readonly unknown[] = [];

  throw(index: number): never {
    throw this.values[index];
  }

  /** A test that has all of them thrown, a batch at a time, and fails with the first answer that is not accepted. */
  itAnswers(
    name: string,
    ask: (index: number) => Promise<unknown>,
    isAccepted: (answer: unknown) => boolean,
  ): void {
    useQuickStacks();

    it(`${name}, for ${ALL} values`, async () => {
      const batch = fc.array(throwable, { minLength: BATCH, maxLength: BATCH });
      const all = fc.assert(
        fc.asyncProperty(batch, async (makers) => {
          this.values = makers.map(made);
          const answers = await Promise.all(makers.map((_make, index) => ask(index)));
          const wrong = answers.findIndex((answer) => !isAccepted(answer));
          if (wrong !== -1) throw new Error(`${wrong}: ${JSON.stringify(answers[wrong])}`);
        }),
        { numRuns: BATCHES, endOnFailure: true },
      );
      await expect(all).resolves.toBeUndefined();
    }, 600_000);
  }
}
