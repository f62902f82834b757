import { Controller, Get, NotFoundException } from '@nestjs/common';
import {
  CommandBus,
  CommandHandler,
  CqrsModule,
  EventBus,
  EventsHandler,
  type ICommandHandler,
  type IEventHandler,
} from '@nestjs/cqrs';
import { AuthOsErrorsModule } from 'nestjs-authos-errors';
import request from 'supertest';
import { expectEnvelope } from '../support/expect-envelope.js';
import { PLATFORMS, startApp } from '../support/start-app.js';
import { queryFailed, startUnanswered } from './unanswered.js';
import { UnhandledExceptions } from './unhandled-exceptions.js';

class PlanChosen {}
class ChoosePlan {}

@EventsHandler(PlanChosen)
class PlanChosenHandler implements IEventHandler<PlanChosen> {
  handle(): never {
    throw queryFailed();
  }
}

@CommandHandler(ChoosePlan)
class ChoosePlanHandler implements ICommandHandler<ChoosePlan> {
  execute(): Promise<never> {
    throw new NotFoundException('There is no plan gold.');
  }
}

@Controller()
class PlansController {
  constructor(private readonly commands: CommandBus) {}

  @Get()
  choose(): Promise<unknown> {
    return this.commands.execute(new ChoosePlan());
  }
}

describe('with @nestjs/cqrs', () => {
  it('an event handler that fails is logged and reported once, without the text of the driver', async () => {
    const { module, expectOneReport, next } = await startUnanswered({
      imports: [CqrsModule.forRoot()],
      providers: [PlanChosenHandler, UnhandledExceptions],
    });
    const reported = next();
    module.get(EventBus).publish(new PlanChosen());
    await reported;
    await module.close();

    expectOneReport('CQRS PlanChosen');
  });

  it.each(PLATFORMS)(
    'a command that fails is answered without a recipe, on %s',
    async (platform) => {
      const { app, url } = await startApp(platform, {
        imports: [AuthOsErrorsModule, CqrsModule.forRoot()],
        controllers: [PlansController],
        providers: [ChoosePlanHandler],
      });
      const response = await request(url).get('/');
      await app.close();
      expectEnvelope(response, 'NOT_FOUND', { error: 'There is no plan gold.' });
    },
  );
});
