/**
 * A promise whose rejection nobody has to take care of. Nest leaves what an asynchronous filter rejects with to the process,
 * which would end, where the application is to be listed as one that does not answer.
 */
export class QuietPromise<T> extends Promise<T> {
  static override reject<T = never>(reason?: unknown): Promise<T> {
    const promise = super.reject<T>(reason);
    void promise.then();
    return promise;
  }

  // oxlint-disable-next-line unicorn/no-thenable -- it is the method of a promise
  override then<A = T, B = never>(
    onfulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    onrejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    const next = super.then(onfulfilled, onrejected);
    // Not the method above, which would do the same to what this returns, without end.
    void Promise.prototype.then.call(next, undefined, () => {});
    return next;
  }
}
