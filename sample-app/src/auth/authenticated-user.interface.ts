import type { Role } from './role.js';

export interface AuthenticatedUser {
  id: string;
  organizationId: string;
  role: Role;
}
