import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { UnhandledExceptionBus } from '@nestjs/cqrs';
import { AuthOsErrorReporter } from 'nestjs-authos-errors';
import type { Subscription } from 'rxjs';

@Injectable()
export class UnhandledExceptions implements OnModuleInit, OnModuleDestroy {
  private subscription?: Subscription;

  constructor(
    private readonly bus: UnhandledExceptionBus,
    private readonly reporter: AuthOsErrorReporter,
  ) {}

  onModuleInit(): void {
    this.subscription = this.bus.subscribe(({ cause, exception }) => {
      const name = typeof cause === 'string' ? cause : cause.constructor.name;
      this.reporter.report(exception, `CQRS ${name}`);
    });
  }

  onModuleDestroy(): void {
    this.subscription?.unsubscribe();
  }
}
