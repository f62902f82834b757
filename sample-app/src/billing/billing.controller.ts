import { Body, Controller, Headers, HttpCode, HttpStatus, Post, RawBody } from '@nestjs/common';
import { ApiAuthOsErrors } from 'nestjs-authos-errors/swagger';
import type { AuthenticatedUser } from '../auth/authenticated-user.interface.js';
import { CurrentUser } from '../auth/current-user.decorator.js';
import { Public } from '../auth/public.decorator.js';
import { Roles } from '../auth/roles.decorator.js';
import { BillingService } from './billing.service.js';
import { SubscribeDto } from './dto/subscribe.dto.js';
import { StripeWebhookService } from './stripe-webhook.service.js';
import type { Subscription } from './subscription.entity.js';

@Controller('billing')
@ApiAuthOsErrors('BILLING_ERROR', 'DATABASE_ERROR')
export class BillingController {
  constructor(
    private readonly billing: BillingService,
    private readonly webhooks: StripeWebhookService,
  ) {}

  @Post('subscription')
  @Roles('owner')
  @ApiAuthOsErrors('NOT_FOUND', 'DUPLICATE_CONSTRAINT', 'STRIPE_ERROR', 'AUDIT_ERROR')
  subscribe(
    @CurrentUser() user: AuthenticatedUser,
    @Body() request: SubscribeDto,
  ): Promise<Subscription> {
    return this.billing.subscribe(user, request);
  }

  /** The signature is over the bytes that Stripe sent, hence the raw body. */
  @Public()
  @Post('webhook')
  @HttpCode(HttpStatus.NO_CONTENT)
  receiveEvent(
    @RawBody() payload: Buffer,
    @Headers('stripe-signature') signature: string = '',
  ): Promise<void> {
    return this.webhooks.receive(payload, signature);
  }
}
