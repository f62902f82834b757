import { Controller } from '@nestjs/common';
import { GrpcMethod, GrpcStreamMethod } from '@nestjs/microservices';
import { concat, last, mergeMap, type Observable, of, throwError } from 'rxjs';
import { thrownNamed } from '../../thrown-values.js';

export interface Plan {
  readonly name: string;
}

/** What a stream sends before it fails. */
export const FIRST_PLANS: readonly Plan[] = [{ name: 'bronze' }, { name: 'silver' }];

/** Fails with values of the table in every way that a handler can. */
@Controller()
export class PlansController {
  @GrpcMethod('Plans', 'Find')
  find({ name }: Plan): never {
    throw thrownNamed(name);
  }

  @GrpcMethod('Plans', 'Reject')
  async reject({ name }: Plan): Promise<never> {
    await Promise.resolve();
    throw thrownNamed(name);
  }

  @GrpcMethod('Plans', 'Fail')
  fail({ name }: Plan): Observable<never> {
    return throwError(() => thrownNamed(name));
  }

  @GrpcMethod('Plans', 'Watch')
  watch({ name }: Plan): Observable<Plan> {
    return concat(of(...FIRST_PLANS), this.fail({ name }));
  }

  @GrpcStreamMethod('Plans', 'Upload')
  upload(plans: Observable<Plan>): Observable<never> {
    return plans.pipe(
      last(),
      mergeMap((plan) => this.fail(plan)),
    );
  }

  @GrpcStreamMethod('Plans', 'Discuss')
  discuss(plans: Observable<Plan>): Observable<Plan> {
    return plans.pipe(
      last(),
      mergeMap((plan) => this.watch(plan)),
    );
  }
}
