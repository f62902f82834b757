import {
  bulkhead,
  circuitBreaker,
  ConsecutiveBreaker,
  handleAll,
  timeout,
  TimeoutStrategy,
} from 'cockatiel';
import CircuitBreaker from 'opossum';
import { expectFailure } from '../../../support/expect-failure.js';
import { thrownBy } from '../../../support/thrown-by.js';

const never = (): Promise<never> => new Promise(() => {});

describe('opossum', () => {
  let breaker: CircuitBreaker;

  function breakerWith(options: CircuitBreaker.Options): CircuitBreaker {
    breaker = new CircuitBreaker(never, options);
    return breaker;
  }

  afterEach(() => breaker.shutdown());

  it('with an open circuit is IO_ERROR', async () => {
    breakerWith({}).open();
    expectFailure(await thrownBy(() => breaker.fire()), 'IO_ERROR');
  });

  it('that waited too long is IO_ERROR', async () => {
    expectFailure(await thrownBy(() => breakerWith({ timeout: 10 }).fire()), 'IO_ERROR');
  });

  it('with too many calls under way is IO_ERROR', async () => {
    const first = breakerWith({ capacity: 1, timeout: 50 }).fire();
    expectFailure(await thrownBy(() => breaker.fire()), 'IO_ERROR');
    await thrownBy(() => first);
  });

  it('that was shut down is IO_ERROR', async () => {
    breakerWith({}).shutdown();
    expectFailure(await thrownBy(() => breaker.fire()), 'IO_ERROR');
  });
});

describe('cockatiel', () => {
  const policy = () =>
    circuitBreaker(handleAll, { halfOpenAfter: 60_000, breaker: new ConsecutiveBreaker(1) });

  it('with an open circuit is IO_ERROR', async () => {
    const open = policy();
    await thrownBy(() => open.execute(() => Promise.reject(new Error('x'))));
    expectFailure(await thrownBy(() => open.execute(never)), 'IO_ERROR');
  });

  it('with a circuit that somebody opened is IO_ERROR', async () => {
    const isolated = policy();
    isolated.isolate();
    expectFailure(await thrownBy(() => isolated.execute(never)), 'IO_ERROR');
  });

  it('with too many calls under way is IO_ERROR', async () => {
    const one = bulkhead(1);
    void one.execute(never);
    expectFailure(await thrownBy(() => one.execute(never)), 'IO_ERROR');
  });

  it('that waited too long is IO_ERROR', async () => {
    const impatient = timeout(10, TimeoutStrategy.Aggressive);
    expectFailure(await thrownBy(() => impatient.execute(never)), 'IO_ERROR');
  });
});
