import type { ExecutionContext } from '@nestjs/common';
import { AuthOsException } from '../contract/authos.exception.js';
import type { OrganizationContext } from './organization-context.interface.js';

/**
 * A registered symbol, so that the guards of an ESM and a CJS copy of the package find it. Nest prints it where the
 * module is missing.
 */
export const ORGANIZATION_ACCESS = Symbol.for(
  'nestjs-authos-errors/organization-access of AuthOsErrorsModule, which is not imported',
);

/** The options of the guards; see AuthOsErrorsOptions. */
export interface AccessOptions {
  readonly resolveOrganization?:
    | ((
        context: ExecutionContext,
      ) => OrganizationContext | null | undefined | Promise<OrganizationContext | null | undefined>)
    | undefined;
  readonly tiers: Readonly<Record<string, readonly string[]>>;
}

/** Finds the organization of a request and decides what it may do. Whatever is in doubt is denied. */
export class OrganizationAccess {
  /** Guards of a class and of its method share one context: the organization is resolved once for both. */
  private readonly resolved = new WeakMap<ExecutionContext, Promise<OrganizationContext>>();

  constructor(private readonly options: AccessOptions) {}

  /** @throws AuthOsException FORBIDDEN without an organization, ORGANIZATION_NOT_ACTIVE for one that is not active. */
  activeOrganization(context: ExecutionContext): Promise<OrganizationContext> {
    let organization = this.resolved.get(context);
    if (!organization) {
      organization = this.resolve(context);
      this.resolved.set(context, organization);
    }
    return organization;
  }

  /** The organization's own features win over those of its tier. */
  grants(organization: OrganizationContext, feature: string): boolean {
    const { features, tier } = organization;
    if (Array.isArray(features)) {
      if (features.includes(feature)) return true;
    } else if (features && Object.hasOwn(features, feature)) {
      return (features as Readonly<Record<string, boolean>>)[feature] === true;
    }
    const { tiers } = this.options;
    return tier !== undefined && Object.hasOwn(tiers, tier) && tiers[tier]!.includes(feature);
  }

  private async resolve(context: ExecutionContext): Promise<OrganizationContext> {
    const { resolveOrganization = organizationOfRequest } = this.options;
    const organization = await resolveOrganization(context);
    if (typeof organization !== 'object' || organization === null) {
      throw new AuthOsException('FORBIDDEN');
    }
    if (organization.status !== 'active') throw new AuthOsException('ORGANIZATION_NOT_ACTIVE');
    return organization;
  }
}

interface RequestWithOrganization {
  organization?: OrganizationContext;
  user?: { organization?: OrganizationContext };
}

/** Elsewhere the first argument is not a request but what the caller sent. */
function organizationOfRequest(context: ExecutionContext): OrganizationContext | undefined {
  if (context.getType() !== 'http') return undefined;
  const request = context.switchToHttp().getRequest<RequestWithOrganization | undefined>();
  return request?.organization ?? request?.user?.organization;
}
