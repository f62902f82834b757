import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuthOsException } from 'nestjs-authos-errors';
import { DataSource, IsNull } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import type { AccessToken } from '../auth/access-token.interface.js';
import { AccessTokenService } from '../auth/access-token.service.js';
import type { AuthenticatedUser } from '../auth/authenticated-user.interface.js';
import { PublicUrl } from '../config/public-url.js';
import { Member } from '../members/member.entity.js';
import { DeviceApprovals } from './device-approvals.js';
import { DeviceAuthorization } from './device-authorization.entity.js';
import type { DeviceCode } from './device-code.interface.js';
import { randomUserCode } from './user-code.js';

const LIFETIME_SECONDS = 10 * 60;
const POLL_SECONDS = 5;

@Injectable()
export class DeviceService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
    private readonly accessTokens: AccessTokenService,
    private readonly publicUrl: PublicUrl,
    private readonly approvals: DeviceApprovals,
  ) {}

  async start(): Promise<DeviceCode> {
    const deviceCode = randomBytes(32).toString('base64url');
    const userCode = randomUserCode();
    const expiresAt = new Date(Date.now() + LIFETIME_SECONDS * 1000);
    await this.dataSource.manager.insert(DeviceAuthorization, { deviceCode, userCode, expiresAt });
    return {
      device_code: deviceCode,
      user_code: userCode,
      verification_uri: this.publicUrl.of('/device').href,
      expires_in: LIFETIME_SECONDS,
      interval: POLL_SECONDS,
    };
  }

  async approve(userCode: string, user: AuthenticatedUser): Promise<void> {
    const deviceCode = await this.dataSource.transaction(async (manager) => {
      const authorization = await manager.findOneOrFail(DeviceAuthorization, {
        where: { userCode, approvedBy: IsNull() },
        lock: { mode: 'pessimistic_write' },
      });
      refuseExpired(authorization);
      await manager.update(DeviceAuthorization, { userCode }, { approvedBy: user.id });
      await this.audit.record({
        organizationId: user.organizationId,
        actorId: user.id,
        action: 'device.approved',
        detail: userCode,
      });
      return authorization.deviceCode;
    });
    this.approvals.deviceCodes.next(deviceCode);
  }

  async isApproved(deviceCode: string): Promise<boolean> {
    const { manager } = this.dataSource;
    const authorization = await manager.findOneByOrFail(DeviceAuthorization, { deviceCode });
    refuseExpired(authorization);
    return authorization.approvedBy !== null;
  }

  /** A code is good for one token. The lock lets the second of two simultaneous polls find nothing. */
  poll(deviceCode: string): Promise<AccessToken> {
    return this.dataSource.transaction(async (manager) => {
      const authorization = await manager.findOneOrFail(DeviceAuthorization, {
        where: { deviceCode },
        lock: { mode: 'pessimistic_write' },
      });
      refuseExpired(authorization);
      if (!authorization.approvedBy) {
        throw new AuthOsException('DEVICE_CODE_PENDING', undefined, { retryAfter: POLL_SECONDS });
      }
      await manager.delete(DeviceAuthorization, { deviceCode });
      const member = await manager.findOneByOrFail(Member, { id: authorization.approvedBy });
      return this.accessTokens.issue(member);
    });
  }
}

function refuseExpired({ expiresAt }: DeviceAuthorization): void {
  if (expiresAt <= new Date()) throw new AuthOsException('DEVICE_CODE_EXPIRED');
}
