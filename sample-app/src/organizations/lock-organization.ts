import { NotFoundException } from '@nestjs/common';
import type { Prisma } from '../generated/prisma/client.js';
import type { Tier } from './tiers.js';

/** Whoever else locks the organization waits until the transaction ends. Prisma has no row locks of its own. */
export async function lockOrganization(
  transaction: Prisma.TransactionClient,
  id: string,
): Promise<{ tier: Tier }> {
  const [organization] = await transaction.$queryRaw<{ tier: Tier }[]>`
    SELECT tier FROM organizations WHERE id = ${id}::uuid FOR UPDATE`;
  if (!organization) throw new NotFoundException('The organization does not exist.');
  return organization;
}
