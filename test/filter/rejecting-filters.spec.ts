import {
  Catch,
  Controller,
  type ExceptionFilter,
  Get,
  NotFoundException,
  UseFilters,
} from '@nestjs/common';
import type { ApplicationConfig, HttpAdapterHost, ModulesContainer } from '@nestjs/core';
import { ExecutionContextHost } from '@nestjs/core/internal';
import type { AuthOsExceptionFilter } from 'nestjs-authos-errors';
import { coverRejectingFilters } from '../../lib/filter/rejecting-filters.js';

const failure = new NotFoundException('No such kettle.');
const host = (type = 'http'): ExecutionContextHost => {
  const context = new ExecutionContextHost([{}, {}]);
  context.setType(type);
  return context;
};

@Catch(TypeError)
class ThrowingFilter implements ExceptionFilter {
  catch(): unknown {
    throw failure;
  }
}

@Catch(TypeError)
class RejectingFilter implements ExceptionFilter {
  async catch(): Promise<never> {
    await Promise.resolve();
    throw failure;
  }
}

interface Wrapper {
  instance?: unknown;
  metatype: unknown;
  isTransient: boolean;
  isDependencyTreeStatic: () => boolean;
}

interface Given {
  global?: readonly object[];
  scoped?: readonly Wrapper[];
  injectables?: readonly Wrapper[];
  controllers?: readonly (new () => object)[];
  /** What `adapter.getInstance()` returns; no adapter without it. */
  instance?: object;
}

const wrapper = (metatype: unknown, others: Partial<Wrapper> = {}): Wrapper => ({
  metatype,
  isTransient: false,
  isDependencyTreeStatic: () => true,
  ...others,
});

/** Covers the filters of an application. Returns what its AuthOsExceptionFilter is asked. */
function cover({
  global = [],
  scoped = [],
  injectables = [],
  controllers = [],
  instance,
}: Given): unknown[] {
  const asked: unknown[] = [];
  const filter = { catch: (error: unknown) => void asked.push(error) };
  const module = {
    injectables: new Map(injectables.map((item) => [item, item])),
    providers: new Map(),
    controllers: new Map(controllers.map((metatype) => [metatype, { metatype }])),
  };
  coverRejectingFilters(
    {
      getGlobalFilters: () => [filter, ...global],
      getGlobalRequestFilters: () => scoped,
    } as unknown as ApplicationConfig,
    new Map([['module', module]]) as unknown as ModulesContainer,
    filter as unknown as AuthOsExceptionFilter,
    {
      httpAdapter: instance && { getInstance: () => instance },
    } as unknown as HttpAdapterHost,
  );
  return asked;
}

const EXPRESS_4 = { lazyrouter: () => {} };

describe('what a filter of the application throws at once', () => {
  it.each([
    ['on Express 5', {}],
    ['without an adapter', undefined],
  ])('%s is left to Nest, which asks the global filters', (_where, instance) => {
    const own = new ThrowingFilter();
    const asked = cover({ global: [own], ...(instance && { instance }) });
    expect(() => (own as ExceptionFilter).catch(failure, host())).toThrow(failure);
    expect(asked).toEqual([]);
  });

  it('on Express 4, where it is lost, is answered', () => {
    const own = new ThrowingFilter();
    const asked = cover({ global: [own], instance: EXPRESS_4 });
    expect((own as ExceptionFilter).catch(failure, host())).toBeUndefined();
    expect(asked).toEqual([failure]);
  });

  it('on a transport that is not known here stays as it is', () => {
    const own = new ThrowingFilter();
    const asked = cover({ global: [own], instance: EXPRESS_4 });
    expect(() => (own as ExceptionFilter).catch(failure, host('rmq'))).toThrow(failure);
    expect(asked).toEqual([]);
  });

  it.each(['ws', 'rpc'])(
    'on %s, where it ends the process or is never told, is answered',
    (type) => {
      const own = new ThrowingFilter();
      const asked = cover({ global: [own] });
      expect((own as ExceptionFilter).catch(failure, host(type))).toBeUndefined();
      expect(asked).toEqual([failure]);
    },
  );
});

describe('what a filter of the application rejects with is answered', () => {
  it.each<[string, (own: RejectingFilter) => Given]>([
    ['a global one', (own) => ({ global: [own] })],
    [
      'one that Nest provides',
      (own) => ({ injectables: [wrapper(RejectingFilter, { instance: own })] }),
    ],
    [
      'one that a request has',
      () => ({ scoped: [wrapper(RejectingFilter, { isDependencyTreeStatic: () => false })] }),
    ],
    [
      'a transient one',
      () => ({ injectables: [wrapper(RejectingFilter, { isTransient: true, instance: {} })] }),
    ],
    [
      'one given to a class as an instance',
      (own) => {
        @Controller()
        @UseFilters(own)
        class GivenController {}
        return { controllers: [GivenController] };
      },
    ],
    [
      'one given to a method as an instance',
      (own) => {
        @Controller()
        class GivenController {
          @Get()
          @UseFilters(own)
          read(): void {}
        }
        return { controllers: [GivenController] };
      },
    ],
  ])('%s', async (_which, given) => {
    const original = Object.getOwnPropertyDescriptor(RejectingFilter.prototype, 'catch')!;
    const own = new RejectingFilter();
    const asked = cover(given(own));
    await (own as ExceptionFilter).catch(failure, host());
    Object.defineProperty(RejectingFilter.prototype, 'catch', original);
    expect(asked).toEqual([failure]);
  });

  it('by the newest application, when several have the filter', async () => {
    const own = new RejectingFilter();
    const [first, second] = [cover({ global: [own] }), cover({ global: [own] })];
    await (own as ExceptionFilter).catch(failure, host());
    expect({ first, second }).toEqual({ first: [], second: [failure] });
  });
});

it('what is no filter, or is sealed, is left alone', () => {
  const sealed = Object.freeze(new RejectingFilter());
  const others = [sealed, {}, { catch: 'x' }, null, 7].map((instance) =>
    wrapper(null, { instance }),
  );
  expect(() =>
    cover({ injectables: [...others, wrapper(null, { isTransient: true })] }),
  ).not.toThrow();
  expect(Object.hasOwn(sealed, 'catch')).toBe(false);
});
