import { Injectable } from '@nestjs/common';
import { PubSub } from 'graphql-subscriptions';
import type { Service } from '../generated/prisma/client.js';

export interface Registration {
  serviceRegistered: Service;
}

/** Tells the services that this instance registers. */
@Injectable()
export class Registrations {
  private readonly events = new PubSub<{ registered: Registration }>();

  async tell(serviceRegistered: Service): Promise<void> {
    await this.events.publish('registered', { serviceRegistered });
  }

  all(): AsyncIterable<Registration> {
    return this.events.asyncIterableIterator<Registration>('registered');
  }
}
