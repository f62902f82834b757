import { AuthOsException } from 'nestjs-authos-errors';
import { type Tier, TIERS } from './tiers.js';

/** Call these while the organization's row is locked: two callers must not count the same last place. */
export function assertRoomForService(tier: Tier, services: number): void {
  const limit = TIERS[tier].services;
  if (services >= limit) {
    throw new AuthOsException(
      'SERVICE_LIMIT_EXCEEDED',
      `The tier ${tier} has room for ${limit} services.`,
    );
  }
}

export function assertRoomForMember(tier: Tier, members: number): void {
  const limit = TIERS[tier].members;
  if (members >= limit) {
    throw new AuthOsException(
      'TEAM_LIMIT_EXCEEDED',
      `The tier ${tier} has room for ${limit} members.`,
    );
  }
}
