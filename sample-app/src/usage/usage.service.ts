import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import type { AuthenticatedUser } from '../auth/authenticated-user.interface.js';
import { ServiceUsage } from './service-usage.entity.js';
import type { UsageReport } from './usage-report.interface.js';

@Injectable()
export class UsageService {
  constructor(@InjectRepository(ServiceUsage) private readonly usage: Repository<ServiceUsage>) {}

  async report({ organizationId }: AuthenticatedUser): Promise<UsageReport[]> {
    const usage = await this.usage.find({ where: { organizationId }, order: { signIns: 'DESC' } });
    return usage.map(({ serviceId, signIns, settings }) => ({
      serviceId,
      signIns,
      remaining: Math.max(0, settings.quota.signInsPerMonth - signIns),
    }));
  }
}
