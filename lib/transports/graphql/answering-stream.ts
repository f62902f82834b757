/** A stream that fails with answers. */
export class AnsweringStream implements AsyncIterableIterator<unknown> {
  private readonly iterator: AsyncIterator<unknown>;

  constructor(
    stream: AsyncIterable<unknown>,
    private readonly answer: (error: unknown) => unknown,
  ) {
    this.iterator = stream[Symbol.asyncIterator]();
  }

  async next(): Promise<IteratorResult<unknown>> {
    try {
      return await this.iterator.next();
    } catch (error) {
      throw this.answer(error);
    }
  }

  async return(value?: unknown): Promise<IteratorResult<unknown>> {
    return (await this.iterator.return?.(value)) ?? { done: true, value };
  }

  async throw(error: unknown): Promise<IteratorResult<unknown>> {
    if (!this.iterator.throw) throw error;
    return this.iterator.throw(error);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
