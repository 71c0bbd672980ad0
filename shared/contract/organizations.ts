/** Organizations: the tenants. */
import * as z from 'zod/mini';
import { OrganizationId } from './ids.ts';
import { InOrganization } from './users.ts';

export const OneOrganization = z.strictObject(InOrganization);

export const OrganizationView = z.object({
  id: OrganizationId,
  name: z.string(),
  plan: z.string(),
  seats: z.object({ used: z.int(), total: z.int() }),
  /** How long an invitation lives where nothing else is said. */
  invitationLifeMinutes: z.int(),
});
export type OrganizationView = z.output<typeof OrganizationView>;
